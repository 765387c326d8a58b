import type { Migration } from '@chuanliu/database/migration';

/**
 * Runs, payouts and adjustments post too, and belong to no order: `reference` names what they belong to. `digest` covers
 * the whole posting as it was written (`domain/digest-of-posting.ts`); null in rows from before this column.
 */
export const letPostingsStandWithoutAnOrder: Migration = {
  at: 1763800000007,
  name: 'let-postings-stand-without-an-order',
  up: `ALTER TABLE posting
    MODIFY channel_id VARCHAR(64) NULL,
    MODIFY order_id VARCHAR(64) NULL,
    MODIFY line_no BIGINT NULL,
    ADD COLUMN reference VARCHAR(64) NULL,
    ADD COLUMN digest BINARY(32) NULL,
    ADD KEY by_reference (reference)`,
};
