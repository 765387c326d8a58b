import type { Migration } from '@chuanliu/database/migration';
import { id } from './columns';

/** The technical fee of a brand from an instant on. */
export const migration: Migration = {
  at: 1763800000005,
  name: 'add-brand-fee',
  up: `CREATE TABLE IF NOT EXISTS brand_fee (
    brand_id ${id} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    tech_fee_bps INT NOT NULL,
    PRIMARY KEY (brand_id, effective_from))`,
};
