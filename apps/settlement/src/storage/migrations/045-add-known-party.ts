import type { Migration } from '@chuanliu/database/migration';

/** A promoter, recruiter or agency that was heard of, be it without any sale. Brands are in brand_fact. */
export const addKnownParty: Migration = {
  at: 1763800000045,
  name: 'add-known-party',
  up: `CREATE TABLE IF NOT EXISTS known_party (
    party_kind VARCHAR(16) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (party_kind, party_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
