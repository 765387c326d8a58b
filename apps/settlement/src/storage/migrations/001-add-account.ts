import type { Migration } from '@chuanliu/database/migration';

/** An account of the ledger. Entries name it by number: its name is many times as long. */
export const addAccount: Migration = {
  at: 1763800000001,
  name: 'add-account',
  up: `CREATE TABLE IF NOT EXISTS account (
    account_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    UNIQUE KEY by_name (name)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
