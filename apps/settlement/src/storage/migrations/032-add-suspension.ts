import type { Migration } from '@chuanliu/database/migration';

/** A span in which a promoter or brand is not paid. */
export const addSuspension: Migration = {
  at: 1763800000032,
  name: 'add-suspension',
  up: `CREATE TABLE IF NOT EXISTS suspension (
    party_kind VARCHAR(16) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    suspension_id VARCHAR(64) NOT NULL,
    holds_from DATETIME(3) NOT NULL,
    holds_to DATETIME(3) NULL,
    revision INT NOT NULL,
    PRIMARY KEY (party_kind, party_id, suspension_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
