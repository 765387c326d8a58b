import { Closed, SignedFen } from '@chuanliu/contracts/shapes';

/** What a party is owed, in fen; below zero when it owes. */
export const Balance = Closed({
  pendingFen: { ...SignedFen, description: 'Earned, and not to be withdrawn yet' },
  availableFen: { ...SignedFen, description: 'May be withdrawn' },
  inFlightFen: { ...SignedFen, description: 'Sent by payouts that are not confirmed, net of tax' },
  withheldTaxFen: { ...SignedFen, description: 'Income tax withheld from payouts, over all years' },
});
