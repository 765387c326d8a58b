import type { Migration } from '@chuanliu/database/migration';

/** When a run last moved on, or failed to; NULL in rows from before, which are done. */
export const sayWhenRunsMovedOn: Migration = {
  at: 1763800000065,
  name: 'say-when-runs-moved-on',
  up: 'ALTER TABLE settlement_run ADD COLUMN updated_at DATETIME(3) NULL',
};
