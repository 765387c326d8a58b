import { nameOf } from '../domain/party';
import type { Payout } from '../storage/payouts';
import type { PayoutSent, PayoutShown } from './payout.shapes';

/** What the one who asked for it is told. */
export const sentPayout = ({ payoutId, party, grossFen, taxFen, netFen }: Payout): PayoutSent => ({
  payoutId,
  party: nameOf(party),
  grossFen,
  taxFen,
  netFen,
  state: 'sent', // Asked again, the first answer is the answer, whatever has become of it since.
});

export const shownPayout = (payout: Payout): PayoutShown => ({
  id: payout.payoutId,
  ...sentPayout(payout),
  state: payout.state,
  sentAt: payout.sentAt,
  invoiceNo: payout.invoiceNo,
  payeeName: payout.payeeName,
  bankAccount: `****${payout.accountEnding}`,
  tax: payout.worksheet,
  batchId: payout.batchId,
  resultAt: payout.resultAt,
  reference: payout.reference,
  reason: payout.reason,
  updatedAt: payout.updatedAt,
});
