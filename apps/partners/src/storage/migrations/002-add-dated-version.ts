import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addDatedVersion: Migration = {
  at: 1763800000102,
  name: 'add-dated-version',
  up: `CREATE TABLE IF NOT EXISTS dated_version (
    kind ${WORD} NOT NULL,
    entry_id ${ID} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    fields JSON NOT NULL,
    written_at DATETIME(3) NOT NULL,
    PRIMARY KEY (kind, entry_id, effective_from))`,
};
