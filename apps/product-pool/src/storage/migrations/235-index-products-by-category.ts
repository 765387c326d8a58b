import type { Migration } from '@chuanliu/database/migration';

export const indexProductsByCategory: Migration = {
  at: 1763800000235,
  name: 'index-products-by-category',
  // Whether a category is in use must not take a look at every product.
  up: 'CREATE INDEX by_category ON product (category_id)',
};
