import type { Migration } from '@chuanliu/database/migration';

export const addPoolIndex: Migration = {
  at: 1763800000255,
  name: 'add-pool-index',
  // One row: how often a rebuild was asked for. Every instance compares it with what it has seen.
  up: `CREATE TABLE IF NOT EXISTS pool_index (
    id TINYINT NOT NULL PRIMARY KEY,
    rebuilds_asked INT NOT NULL)`,
};
