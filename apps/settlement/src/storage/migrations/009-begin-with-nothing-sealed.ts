import type { Migration } from '@chuanliu/database/migration';

/** The one row of settlement_state. */
export const beginWithNothingSealed: Migration = {
  at: 1763800000009,
  name: 'begin-with-nothing-sealed',
  up: `INSERT IGNORE INTO settlement_state (id, sealed_through, open_run) VALUES (1, NULL, NULL)`,
};
