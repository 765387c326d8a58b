import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addPromoterSuspension: Migration = {
  at: 1763800000207,
  name: 'add-promoter-suspension',
  up: `CREATE TABLE IF NOT EXISTS promoter_suspension (
    promoter_id ${ID} NOT NULL,
    suspension_id ${ID} NOT NULL,
    holds_from DATETIME(3) NOT NULL,
    holds_to DATETIME(3) NULL,
    revision INT NOT NULL,
    PRIMARY KEY (promoter_id, suspension_id))`,
};
