import type { Migration } from '@chuanliu/database/migration';
import { ascii } from '../column-types';

/** The brand that a product belongs to, as the product pool last said. */
export const migration: Migration = {
  at: 1760000001005,
  name: 'add-product',
  up: `CREATE TABLE IF NOT EXISTS product (
    product_id ${ascii(64)} NOT NULL PRIMARY KEY,
    brand_id ${ascii(64)} NOT NULL,
    revision INT NOT NULL)`,
};
