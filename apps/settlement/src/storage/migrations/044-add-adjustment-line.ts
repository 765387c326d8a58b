import type { Migration } from '@chuanliu/database/migration';

/** One side of an adjustment; debit positive, credit negative. Never updated. */
export const addAdjustmentLine: Migration = {
  at: 1763800000044,
  name: 'add-adjustment-line',
  up: `CREATE TABLE IF NOT EXISTS adjustment_line (
    adjustment_id VARCHAR(64) NOT NULL,
    line_no SMALLINT NOT NULL,
    account VARCHAR(200) NOT NULL,
    amount_fen BIGINT NOT NULL,
    PRIMARY KEY (adjustment_id, line_no)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
