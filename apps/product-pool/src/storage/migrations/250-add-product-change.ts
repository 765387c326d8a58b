import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addProductChange: Migration = {
  at: 1763800000250,
  name: 'add-product-change',
  // When a product last changed in anything that search shows: every instance's index follows this table.
  up: `CREATE TABLE IF NOT EXISTS product_change (
    product_id ${ID} NOT NULL PRIMARY KEY,
    changed_at DATETIME(3) NOT NULL,
    KEY by_instant (changed_at, product_id))`,
};
