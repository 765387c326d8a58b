import type { Migration } from '@chuanliu/database/migration';

/**
 * A party's statement of a day: opening + lines + adjustments + rebates + bonuses + manual − payouts + failed payouts =
 * closing. `account_id` is the party's `available`; `pending_account_id` the one that its lines were settled from, null
 * when it has none. Never updated.
 */
export const addStatement: Migration = {
  at: 1763800000019,
  name: 'add-statement',
  up: `CREATE TABLE IF NOT EXISTS statement (
    statement_id VARCHAR(64) NOT NULL PRIMARY KEY,
    run_id VARCHAR(64) NOT NULL,
    business_date DATE NOT NULL,
    account_id BIGINT NOT NULL,
    pending_account_id BIGINT NULL,
    party_kind VARCHAR(20) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    line_count BIGINT NOT NULL,
    opening_fen BIGINT NOT NULL,
    lines_fen BIGINT NOT NULL,
    adjustments_fen BIGINT NOT NULL,
    rebates_fen BIGINT NOT NULL,
    bonuses_fen BIGINT NOT NULL,
    manual_fen BIGINT NOT NULL,
    payouts_fen BIGINT NOT NULL,
    failed_payouts_fen BIGINT NOT NULL,
    closing_fen BIGINT NOT NULL,
    made_at DATETIME(3) NOT NULL,
    UNIQUE KEY of_account (account_id, business_date),
    KEY of_party (party_kind, party_id, business_date),
    KEY by_day (business_date, party_kind, party_id),
    KEY of_run (run_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
