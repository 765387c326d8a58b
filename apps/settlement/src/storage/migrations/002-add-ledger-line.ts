import type { Migration } from '@chuanliu/database/migration';

/** A sale that the ledger knows, and the revision of its split that the postings follow. */
export const addLedgerLine: Migration = {
  at: 1763800000002,
  name: 'add-ledger-line',
  up: `CREATE TABLE IF NOT EXISTS ledger_line (
    order_id VARCHAR(64) NOT NULL,
    channel_id VARCHAR(64) NOT NULL,
    line_no BIGINT NOT NULL,
    split_revision INT NOT NULL,
    order_revision INT NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
