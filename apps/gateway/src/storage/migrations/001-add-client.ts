import type { Migration } from '@chuanliu/database/migration';

export const migration: Migration = {
  at: 1_763_800_000_001,
  name: 'add-client',
  up: `CREATE TABLE IF NOT EXISTS client (
    client_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    secret_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    party_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    person_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(3) NOT NULL
  )`,
};
