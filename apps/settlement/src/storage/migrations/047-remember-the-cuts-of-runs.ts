import type { Migration } from '@chuanliu/database/migration';

/**
 * Where the service's consumers stood at a run's cut, as JSON; of a dry run, on the instant that it looked at. Null in
 * rows from before this column.
 */
export const rememberTheCutsOfRuns: Migration = {
  at: 1763800000047,
  name: 'remember-the-cuts-of-runs',
  up: 'ALTER TABLE settlement_run ADD COLUMN cut TEXT NULL',
};
