import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addBrandName: Migration = {
  at: 1763800000252,
  name: 'add-brand-name',
  up: `CREATE TABLE IF NOT EXISTS brand_name (
    brand_id ${ID} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    name VARCHAR(200) NOT NULL,
    PRIMARY KEY (brand_id, effective_from),
    KEY by_instant (effective_from))`,
};
