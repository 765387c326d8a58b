import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addKnownBrand: Migration = {
  at: 1763800000205,
  name: 'add-known-brand',
  up: `CREATE TABLE IF NOT EXISTS known_brand (brand_id ${ID} NOT NULL PRIMARY KEY)`,
};
