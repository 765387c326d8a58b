import type { Migration } from '@chuanliu/database/migration';

/** All parties paid at once. after_account is how far it has come: parties are taken in the order of their accounts' names. */
export const addPayoutBatch: Migration = {
  at: 1763800000036,
  name: 'add-payout-batch',
  up: `CREATE TABLE IF NOT EXISTS payout_batch (
    batch_id VARCHAR(64) NOT NULL PRIMARY KEY,
    is_dry TINYINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    sent_at DATETIME(3) NOT NULL,
    asked_by JSON NOT NULL,
    after_account VARCHAR(200) NOT NULL,
    parties INT NOT NULL,
    paid INT NOT NULL,
    gross_fen BIGINT NOT NULL,
    tax_fen BIGINT NOT NULL,
    request_key BINARY(32) NULL,
    request_digest BINARY(32) NULL,
    updated_at DATETIME(3) NOT NULL,
    UNIQUE KEY by_request (request_key),
    KEY in_state (state, batch_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
