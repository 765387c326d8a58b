import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addEntry: Migration = {
  at: 1763800000101,
  name: 'add-entry',
  // One row for everything that may change: whoever writes about it holds this row.
  up: `CREATE TABLE IF NOT EXISTS entry (
    kind ${WORD} NOT NULL,
    entry_id ${ID} NOT NULL,
    undated JSON NULL,
    revision INT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (kind, entry_id))`,
};
