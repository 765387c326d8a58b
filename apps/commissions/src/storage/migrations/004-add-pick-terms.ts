import type { Migration } from '@chuanliu/database/migration';
import { id } from './columns';

/** All terms of a pick, as JSON: they are told whole, and always read whole. */
export const migration: Migration = {
  at: 1763800000004,
  name: 'add-pick-terms',
  up: `CREATE TABLE IF NOT EXISTS pick_terms (
    pick_id ${id} NOT NULL PRIMARY KEY,
    revision INT NOT NULL,
    terms MEDIUMTEXT NOT NULL)`,
};
