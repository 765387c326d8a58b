import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addDuePick: Migration = {
  at: 1763800000216,
  name: 'add-due-pick',
  // Picks with new terms to announce, beside those of whole products in due_product.
  up: `CREATE TABLE IF NOT EXISTS due_pick (pick_id ${ID} NOT NULL PRIMARY KEY)`,
};
