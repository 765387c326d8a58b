import type { Migration } from '@chuanliu/database/migration';

/** One side of a posting; debit positive, credit negative. Never updated. */
export const addPostingEntry: Migration = {
  at: 1763800000004,
  name: 'add-posting-entry',
  up: `CREATE TABLE IF NOT EXISTS posting_entry (
    posting_id BIGINT NOT NULL,
    entry_no SMALLINT NOT NULL,
    account_id BIGINT NOT NULL,
    share VARCHAR(20) NULL,
    amount_fen BIGINT NOT NULL,
    PRIMARY KEY (posting_id, entry_no)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
