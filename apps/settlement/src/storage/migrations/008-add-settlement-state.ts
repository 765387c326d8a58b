import type { Migration } from '@chuanliu/database/migration';

/** One row: the last sealed day, and the run that is under way. Whoever posts reads it first. */
export const addSettlementState: Migration = {
  at: 1763800000008,
  name: 'add-settlement-state',
  up: `CREATE TABLE IF NOT EXISTS settlement_state (
    id TINYINT NOT NULL PRIMARY KEY,
    sealed_through DATE NULL,
    open_run VARCHAR(64) NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
