import type { Migration } from '@chuanliu/database/migration';

/**
 * A request that was or is being carried out under a key. Keys are hashed, and answers are sealed under the clear
 * key, which only its client knows: some answers show a secret once, and this table must not show it again.
 */
export const migration: Migration = {
  at: 1_763_800_000_004,
  name: 'add-idempotency-key',
  up: `CREATE TABLE IF NOT EXISTS idempotency_key (
    client_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    key_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    method VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    path VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status SMALLINT NULL,
    sealed_answer MEDIUMBLOB NULL,
    claim CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    claimed_at DATETIME(3) NOT NULL,
    PRIMARY KEY (client_id, key_hash),
    KEY by_age (claimed_at)
  )`,
};
