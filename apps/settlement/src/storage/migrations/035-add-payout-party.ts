import type { Migration } from '@chuanliu/database/migration';

/** A row that whoever pays a party holds: one payout after the other. */
export const addPayoutParty: Migration = {
  at: 1763800000035,
  name: 'add-payout-party',
  up: `CREATE TABLE IF NOT EXISTS payout_party (
    party_kind VARCHAR(16) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (party_kind, party_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
