import type { Migration } from '@chuanliu/database/migration';

/**
 * What changed a party's `available` besides settled lines: one row for each such entry of a posting. `run_id` is the run
 * whose statement holds it; empty while none does.
 */
export const addAvailableMovement: Migration = {
  at: 1763800000010,
  name: 'add-available-movement',
  up: `CREATE TABLE IF NOT EXISTS available_movement (
    posting_id BIGINT NOT NULL,
    entry_no SMALLINT NOT NULL,
    account_id BIGINT NOT NULL,
    run_id VARCHAR(64) NOT NULL DEFAULT '',
    kind VARCHAR(20) NOT NULL,
    amount_fen BIGINT NOT NULL,
    PRIMARY KEY (posting_id, entry_no),
    KEY of_account (account_id, run_id),
    KEY of_run (run_id, account_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
