import type { Migration } from '@chuanliu/database/migration';

/**
 * Who a person was when payouts were taxed as theirs: the id number under partners' seal for this party. It stays when
 * the party turns out to be somebody else.
 */
export const addTaxedPerson: Migration = {
  at: 1763800000063,
  name: 'add-taxed-person',
  up: `CREATE TABLE IF NOT EXISTS taxed_person (
    person_key CHAR(64) NOT NULL PRIMARY KEY,
    party_kind VARCHAR(16) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    id_type VARCHAR(32) NOT NULL,
    sealed_id_number VARCHAR(1000) NOT NULL,
    id_number_ending VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
