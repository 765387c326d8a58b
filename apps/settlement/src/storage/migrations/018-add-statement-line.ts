import type { Migration } from '@chuanliu/database/migration';

/**
 * What a run settled of a line for one party, out of this `pending` account. Freight has line number 0 and no base. Never
 * updated.
 */
export const addStatementLine: Migration = {
  at: 1763800000018,
  name: 'add-statement-line',
  up: `CREATE TABLE IF NOT EXISTS statement_line (
    run_id VARCHAR(64) NOT NULL,
    account_id BIGINT NOT NULL,
    order_id VARCHAR(64) NOT NULL,
    channel_id VARCHAR(64) NOT NULL,
    line_no BIGINT NOT NULL,
    share VARCHAR(20) NOT NULL,
    base_fen BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    PRIMARY KEY (run_id, account_id, order_id, channel_id, line_no, share),
    KEY of_order (order_id, channel_id, line_no)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
