import type { Migration } from '@chuanliu/database/migration';

export const addKnownPromoters: Migration = {
  at: 1763800000214,
  name: 'add-known-promoters',
  up: 'INSERT IGNORE INTO promoter (promoter_id) SELECT DISTINCT promoter_id FROM promoter_version',
};
