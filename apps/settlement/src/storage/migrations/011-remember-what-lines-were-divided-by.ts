import type { Migration } from '@chuanliu/database/migration';

/**
 * What a settlement run must know of a line: whose it is, what it is worth, and by which decision and rates it was
 * divided. Of a settled line these are the ones that were settled, except the base, which follows refunds.
 */
export const rememberWhatLinesWereDividedBy: Migration = {
  at: 1763800000011,
  name: 'remember-what-lines-were-divided-by',
  up: `ALTER TABLE ledger_line
    ADD COLUMN brand_id VARCHAR(64) NULL,
    ADD COLUMN base_fen BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN basis VARCHAR(64) NULL,
    ADD COLUMN decision_revision INT NOT NULL DEFAULT 0,
    ADD COLUMN tech_fee_bps INT NOT NULL DEFAULT 0,
    ADD COLUMN is_held TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN hold_revision INT NOT NULL DEFAULT 0,
    ADD COLUMN settled_run VARCHAR(64) NULL`,
};
