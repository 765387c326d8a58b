import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addSourcePolicy: Migration = {
  at: 1763800000237,
  name: 'add-source-policy',
  up: `CREATE TABLE IF NOT EXISTS source_policy_version (
    source ${ID} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    surfaces JSON NOT NULL,
    written_at DATETIME(3) NOT NULL,
    PRIMARY KEY (source, effective_from))`,
};
