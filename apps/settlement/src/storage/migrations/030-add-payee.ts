import type { Migration } from '@chuanliu/database/migration';

/** Where a party's money is paid to, as partners told it last; account and id number under partners' seal. */
export const addPayee: Migration = {
  at: 1763800000030,
  name: 'add-payee',
  up: `CREATE TABLE IF NOT EXISTS payee (
    party_kind VARCHAR(16) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    payee_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sealed_account VARCHAR(1000) NOT NULL,
    account_ending VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    verified TINYINT NOT NULL,
    id_type VARCHAR(32) NULL,
    sealed_id_number VARCHAR(1000) NULL,
    id_number_ending VARCHAR(16) NULL,
    revision INT NOT NULL,
    PRIMARY KEY (party_kind, party_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
