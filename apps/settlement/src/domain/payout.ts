import { businessDayOf, type UtcInstant } from '@chuanliu/contracts/instants';
import { fen, ZERO, type Fen } from '@chuanliu/money/fen';
import { accounts } from './accounts';
import { monthOf, withholdIncomeTax, type Month, type PaidMonth, type TaxWorksheet } from './income-tax';
import { nameOf, type Party } from './party';
import {
  belowMinimum,
  invoiceRequired,
  namedPartyUnknown,
  notEnoughAvailable,
  nothingAvailable,
  partySuspended,
  payeeMissing,
  payeeUnverified,
  payoutOutOfOrder,
  taxTakesItAll,
} from './payout.problems';
import type { Entry, Posting } from './posting';

/** A payout that somebody asks for. */
export interface AskedPayout {
  party: Party;
  /** Everything that is available when left out. */
  amountFen?: number;
  invoiceNo?: string;
  sentAt: UtcInstant;
}

/** What is known of the party, as of the instant of sending; amounts as of now. */
export interface PayoutFacts {
  /** Whether the party is a person; null while nobody has said. Brands and agencies are none. */
  isPerson: boolean | null;
  isSuspended: boolean;
  payee: { verified: boolean } | null;
  minPayoutFen: number;
  availableFen: number;
  /** What the person was paid in the year so far. */
  paid: readonly PaidMonth[];
  /** The latest payout of that year that did not fail. */
  lastSentAt: UtcInstant | null;
}

/** What is sent, and what is kept back of it. */
export interface PayoutAmounts {
  grossFen: Fen;
  taxFen: Fen;
  netFen: Fen;
  /** Of persons alone. */
  worksheet: TaxWorksheet | null;
}

/**
 * When a payout is sent that nobody dated: now, but never before the last one. Instances' clocks may differ a little, and
 * others may have paid since; the sequence of commands is what counts.
 */
export const undatedSentAt = (now: UtcInstant, last: UtcInstant | null): UtcInstant =>
  last !== null && last > now ? last : now;

/** The month that a payout counts for in its person's tax. */
export const taxMonthOf = (sentAt: UtcInstant): Month => monthOf(businessDayOf(sentAt));

/**
 * How much of what is available is sent to the party, and what of it goes to the tax office.
 *
 * @throws Problem with the reason why the party is not paid: `settlement/party-suspended`, `…/payee-missing`,
 *   `…/payee-unverified`, `…/invoice-required`, `…/nothing-available`, `…/not-enough-available`,
 *   `…/below-minimum-payout`, `…/payout-out-of-order`, `…/tax-takes-it-all`
 */
export function decidePayout({ party, amountFen, invoiceNo, sentAt }: AskedPayout, facts: PayoutFacts): PayoutAmounts {
  const { availableFen, minPayoutFen } = facts;
  if (facts.isPerson === null) throw namedPartyUnknown(nameOf(party));
  if (facts.isSuspended) throw partySuspended(nameOf(party), sentAt);
  if (!facts.payee) throw payeeMissing(nameOf(party));
  if (!facts.payee.verified) throw payeeUnverified(nameOf(party));
  // A brand is paid the proceeds of its own goods: there is nothing to invoice.
  if (!facts.isPerson && party.kind !== 'brand' && invoiceNo === undefined) throw invoiceRequired(nameOf(party));
  if (availableFen <= 0) throw nothingAvailable(availableFen);
  const grossFen = fen(amountFen ?? availableFen);
  if (grossFen > availableFen) throw notEnoughAvailable(availableFen, grossFen);
  if (grossFen < Math.max(1, minPayoutFen)) throw belowMinimum(grossFen, minPayoutFen);
  if (!facts.isPerson) return { grossFen, taxFen: ZERO, netFen: grossFen, worksheet: null };

  if (facts.lastSentAt !== null && sentAt < facts.lastSentAt) throw payoutOutOfOrder(sentAt, facts.lastSentAt);
  const worksheet = withholdIncomeTax(grossFen, taxMonthOf(sentAt), facts.paid);
  const taxFen = worksheet.withheldNowFen;
  if (taxFen >= grossFen) throw taxTakesItAll(grossFen, taxFen);
  return { grossFen, taxFen, netFen: fen(grossFen - taxFen), worksheet };
}

type Amounts = Pick<PayoutAmounts, 'grossFen' | 'taxFen' | 'netFen'>;

/** Sent: what the party may withdraw goes on its way, and the tax is owed to the tax office from now on. */
export const postingOfSending = (party: Party, sentAt: UtcInstant, { grossFen, taxFen, netFen }: Amounts): Posting =>
  posting('payout', sentAt, null, [
    debit(accounts.available(party.kind, party.id), grossFen),
    credit(accounts.incomeTax, taxFen),
    credit(accounts.payoutInFlight, netFen),
  ]);

/** Confirmed: the bank has paid it. */
export const postingOfConfirming = (at: UtcInstant, reference: string, { netFen }: Amounts): Posting =>
  posting('payout-confirmed', at, reference, [debit(accounts.payoutInFlight, netFen), credit(accounts.bank, netFen)]);

/** Failed: everything goes back to where it was, the tax included. */
export const postingOfFailing = (
  party: Party,
  at: UtcInstant,
  reference: string,
  { grossFen, taxFen, netFen }: Amounts,
): Posting =>
  posting('payout-failed', at, reference, [
    debit(accounts.payoutInFlight, netFen),
    debit(accounts.incomeTax, taxFen),
    credit(accounts.available(party.kind, party.id), grossFen),
  ]);

const debit = (account: string, amountFen: Fen): Entry => ({ account, share: null, amountFen });
const credit = (account: string, amountFen: Fen): Entry => ({ account, share: null, amountFen: fen(0 - amountFen) });

/** @param transactionId the bank's number, by which its statement is matched */
const posting = (
  kind: 'payout' | 'payout-confirmed' | 'payout-failed',
  occurredAt: UtcInstant,
  transactionId: string | null,
  entries: Entry[],
): Posting => ({
  cause: { kind, refundId: null, transactionId, occurredAt },
  entries: entries.filter(entry => entry.amountFen !== 0),
});
