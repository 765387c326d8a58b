import type { Migration } from '@chuanliu/database/migration';

/** What a dry run says a party’s statement would be. */
export const addStatementPreview: Migration = {
  at: 1763800000026,
  name: 'add-statement-preview',
  up: `CREATE TABLE IF NOT EXISTS statement_preview (
    run_id VARCHAR(64) NOT NULL,
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
    PRIMARY KEY (run_id, party_kind, party_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
