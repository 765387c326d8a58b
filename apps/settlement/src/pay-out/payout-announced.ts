import type { DataOf } from '@chuanliu/contracts/define-event';
import type { payoutChanged } from '@chuanliu/contracts/settlement/payout-changed.v1';
import type { Payout } from '../storage/payouts';

/** What the others are told of a payout. */
export const announcementOf = (payout: Payout): { data: DataOf<typeof payoutChanged> } => {
  const { payoutId, party, grossFen, taxFen, netFen, state, sentAt, resultAt, reference, reason } = payout;
  return { data: { payoutId, party, grossFen, taxFen, netFen, state, sentAt, resultAt, reference, reason } };
};
