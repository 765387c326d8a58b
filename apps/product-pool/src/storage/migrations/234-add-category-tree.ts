import type { Migration } from '@chuanliu/database/migration';

export const addCategoryTree: Migration = {
  at: 1763800000234,
  name: 'add-category-tree',
  // One row: whoever writes the tree holds it, and every instance looks at its revision to follow.
  up: `CREATE TABLE IF NOT EXISTS category_tree (
    id TINYINT NOT NULL PRIMARY KEY,
    revision INT NOT NULL)`,
};
