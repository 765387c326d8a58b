import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addBrandTier: Migration = {
  at: 1763800000232,
  name: 'add-brand-tier',
  up: `CREATE TABLE IF NOT EXISTS brand_tier (
    brand_id ${ID} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    supply_tier ${WORD} NOT NULL,
    PRIMARY KEY (brand_id, effective_from))`,
};
