import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addPick: Migration = {
  at: 1763800000203,
  name: 'add-pick',
  // open_slot is 1 while the pick is open and NULL afterwards, so that one promoter has at most one open pick of a product.
  up: `CREATE TABLE IF NOT EXISTS pick (
    pick_id ${ID} NOT NULL PRIMARY KEY,
    promoter_id ${ID} NOT NULL,
    product_id ${ID} NOT NULL,
    promotion_code ${ID} NOT NULL,
    tag VARCHAR(64) NULL,
    picked_from DATETIME(3) NOT NULL,
    picked_to DATETIME(3) NULL,
    open_slot TINYINT NULL,
    revision INT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    UNIQUE KEY by_code (promotion_code),
    UNIQUE KEY one_open (promoter_id, product_id, open_slot),
    KEY by_product (product_id, pick_id),
    KEY by_promoter (promoter_id, pick_id))`,
};
