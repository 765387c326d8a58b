import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Problem } from '@chuanliu/problems/problem';

export const noSuchPayout = (payoutId: string) =>
  new Problem('absent', 'settlement/no-such-payout', 'There is no such payout', { payoutId });

/** A party that a body names and that nobody has told us enough of to pay it: who it is, and whether it is a person. */
export const namedPartyUnknown = (party: string) =>
  new Problem('invalid', 'settlement/named-party-unknown', 'The party that is named here is not known', {
    party,
    errors: [{ pointer: '/party', problem: 'is not a known party' }],
  });

export const payeeMissing = (party: string) =>
  new Problem('invalid', 'settlement/payee-missing', 'Nobody has said where the party’s money is paid to', { party });

export const payeeUnverified = (party: string) =>
  new Problem('invalid', 'settlement/payee-unverified', 'The account to pay to has not been verified', { party });

export const partySuspended = (party: string, sentAt: UtcInstant) =>
  new Problem('invalid', 'settlement/party-suspended', 'A party that is suspended is not paid', { party, sentAt });

export const invoiceRequired = (party: string) =>
  new Problem('invalid', 'settlement/invoice-required', 'Companies and agencies are paid against an invoice', {
    party,
    errors: [{ pointer: '/invoiceNo', problem: 'is required of companies and agencies' }],
  });

export const nothingAvailable = (availableFen: number) =>
  new Problem('invalid', 'settlement/nothing-available', 'There is nothing to pay out', { availableFen });

export const notEnoughAvailable = (availableFen: number, askedFen: number) =>
  new Problem('invalid', 'settlement/not-enough-available', 'More is asked for than is available', {
    availableFen,
    askedFen,
  });

export const belowMinimum = (grossFen: number, minPayoutFen: number) =>
  new Problem('invalid', 'settlement/below-minimum-payout', 'The amount is below the smallest payout', {
    grossFen,
    minPayoutFen,
  });

/** What was withheld from a later payout was worked out, and handed over, without this one. */
export const payoutOutOfOrder = (sentAt: UtcInstant, lastSentAt: UtcInstant) =>
  new Problem('conflict', 'settlement/payout-out-of-order', 'The person was paid later in the same tax year already', {
    sentAt,
    lastSentAt,
  });

/** After months without a payout the deductions begin anew, and the year's tax may exceed a small payout. */
export const taxTakesItAll = (grossFen: number, taxFen: number) =>
  new Problem('invalid', 'settlement/tax-takes-it-all', 'Nothing would be left of the payout after tax', {
    grossFen,
    taxFen,
  });

export const onlyFinanceBackdates = () =>
  new Problem('forbidden', 'settlement/past-is-finances', 'An instant in the past is for finance to give');

export const inTheFuture = (pointer: string, instant: UtcInstant) =>
  new Problem('invalid', 'settlement/in-the-future', 'The instant has not come yet', {
    instant,
    errors: [{ pointer, problem: 'lies in the future' }],
  });

export const resultBeforeSending = (sentAt: UtcInstant) =>
  new Problem('invalid', 'settlement/result-before-sending', 'The result lies before the payout was sent', { sentAt });

export const resultDiffers = (state: string, resultAt: UtcInstant | null, reference: string | null) =>
  new Problem('conflict', 'settlement/result-differs', 'The payout has another result already', {
    state,
    resultAt,
    reference,
  });

export const amountDiffers = (netFen: number) =>
  new Problem('invalid', 'settlement/payout-amount-differs', 'The payout was sent with another amount', { netFen });
