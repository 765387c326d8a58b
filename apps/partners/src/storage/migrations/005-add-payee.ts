import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addPayee: Migration = {
  at: 1763800000105,
  name: 'add-payee',
  up: `CREATE TABLE IF NOT EXISTS payee (
    kind ${WORD} NOT NULL,
    party_id ${ID} NOT NULL,
    payee_name VARCHAR(200) NOT NULL,
    sealed_account VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_ending VARCHAR(4) NOT NULL,
    verified TINYINT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (kind, party_id))`,
};
