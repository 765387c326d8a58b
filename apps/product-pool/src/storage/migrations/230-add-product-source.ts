import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addProductSource: Migration = {
  at: 1763800000230,
  name: 'add-product-source',
  // created_at has a default for the products that are there already; the next step tells them their real one.
  up: `ALTER TABLE product
    ADD COLUMN source ${ID} NOT NULL DEFAULT 'own-shop',
    ADD COLUMN url VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN sample_rule JSON NULL,
    ADD COLUMN created_at DATETIME(3) NOT NULL DEFAULT '1970-01-01 00:00:00.000',
    ADD COLUMN listed_at DATETIME(3) NULL`,
};
