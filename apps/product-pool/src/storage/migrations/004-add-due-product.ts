import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addDueProduct: Migration = {
  at: 1763800000204,
  name: 'add-due-product',
  // Products whose picks have new terms to announce; those up to after_pick_id have been announced.
  up: `CREATE TABLE IF NOT EXISTS due_product (
    product_id ${ID} NOT NULL PRIMARY KEY,
    after_pick_id ${ID} NOT NULL)`,
};
