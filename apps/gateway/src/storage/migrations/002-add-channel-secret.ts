import type { Migration } from '@chuanliu/database/migration';

/** Secrets are kept as they are, since a signature can only be checked with the secret itself. */
export const migration: Migration = {
  at: 1_763_800_000_002,
  name: 'add-channel-secret',
  up: `CREATE TABLE IF NOT EXISTS channel_secret (
    channel_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    secret VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(3) NOT NULL,
    valid_until DATETIME(3) NULL,
    PRIMARY KEY (channel_id, secret)
  )`,
};
