import type { Migration } from '@chuanliu/database/migration';

/** Whether whoever began the batch said of when its payouts are; as if they had, in rows from before. */
export const sayWhichBatchesAreDated: Migration = {
  at: 1763800000067,
  name: 'say-which-batches-are-dated',
  up: 'ALTER TABLE payout_batch ADD COLUMN is_dated TINYINT NOT NULL DEFAULT 1',
};
