import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addPromoterVersion: Migration = {
  at: 1763800000206,
  name: 'add-promoter-version',
  up: `CREATE TABLE IF NOT EXISTS promoter_version (
    promoter_id ${ID} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    reputation SMALLINT NULL,
    PRIMARY KEY (promoter_id, effective_from))`,
};
