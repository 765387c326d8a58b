import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addCategory: Migration = {
  at: 1763800000233,
  name: 'add-category',
  // place: a parent's is less than those of the categories below it.
  up: `CREATE TABLE IF NOT EXISTS category (
    category_id ${ID} NOT NULL PRIMARY KEY,
    parent_id ${ID} NULL,
    name VARCHAR(200) NOT NULL,
    name_en VARCHAR(200) NOT NULL,
    place INT NOT NULL,
    updated_at DATETIME(3) NOT NULL)`,
};
