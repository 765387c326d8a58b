import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addPromoter: Migration = {
  at: 1763800000213,
  name: 'add-promoter',
  // Whoever picks for a promoter, or plans with one, holds this row, before any product's.
  up: `CREATE TABLE IF NOT EXISTS promoter (promoter_id ${ID} NOT NULL PRIMARY KEY)`,
};
