import type { Migration } from '@chuanliu/database/migration';

/** Which payouts changed since an instant, and which were sent in a span of time. */
export const findPayoutsByInstant: Migration = {
  at: 1763800000069,
  name: 'find-payouts-by-instant',
  up: `ALTER TABLE payout
    ADD KEY by_update (updated_at, payout_id),
    ADD KEY by_sending (sent_at, payout_id)`,
};
