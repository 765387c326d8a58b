import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addSuspension: Migration = {
  at: 1763800000104,
  name: 'add-suspension',
  up: `CREATE TABLE IF NOT EXISTS suspension (
    kind ${WORD} NOT NULL,
    party_id ${ID} NOT NULL,
    suspension_id ${ID} NOT NULL,
    holds_from DATETIME(3) NOT NULL,
    holds_to DATETIME(3) NULL,
    reason VARCHAR(500) NOT NULL,
    revision INT NOT NULL,
    PRIMARY KEY (kind, party_id, suspension_id))`,
};
