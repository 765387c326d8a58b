import type { Migration } from '@chuanliu/database/migration';

/**
 * Money sent to a party. Where it was sent to is kept as it was then. tax_month and worksheet are of persons alone;
 * request_key and request_digest tell a request that is repeated.
 */
export const addPayout: Migration = {
  at: 1763800000034,
  name: 'add-payout',
  up: `CREATE TABLE IF NOT EXISTS payout (
    payout_id VARCHAR(64) NOT NULL PRIMARY KEY,
    party_kind VARCHAR(16) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    state VARCHAR(16) NOT NULL,
    gross_fen BIGINT NOT NULL,
    tax_fen BIGINT NOT NULL,
    net_fen BIGINT NOT NULL,
    sent_at DATETIME(3) NOT NULL,
    tax_month CHAR(7) NULL,
    worksheet JSON NULL,
    invoice_no VARCHAR(64) NULL,
    payee_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sealed_account VARCHAR(1000) NOT NULL,
    account_ending VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    batch_id VARCHAR(64) NULL,
    result_at DATETIME(3) NULL,
    reference VARCHAR(64) NULL,
    reason VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    request_key BINARY(32) NULL,
    request_digest BINARY(32) NULL,
    updated_at DATETIME(3) NOT NULL,
    UNIQUE KEY by_request (request_key),
    KEY of_party (party_kind, party_id, tax_month),
    KEY in_state (state, payout_id),
    KEY of_batch (batch_id, payout_id),
    KEY of_month (tax_month, party_kind, party_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
