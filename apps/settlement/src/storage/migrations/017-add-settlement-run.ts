import type { Migration } from '@chuanliu/database/migration';

/**
 * A settlement run, and how far it has come. `settles` is its business day, once for each day; a dry run, which settles
 * nothing, has none there. The cursor is the last order that was looked at.
 */
export const addSettlementRun: Migration = {
  at: 1763800000017,
  name: 'add-settlement-run',
  up: `CREATE TABLE IF NOT EXISTS settlement_run (
    run_id VARCHAR(64) NOT NULL PRIMARY KEY,
    business_date DATE NOT NULL,
    settles DATE NULL,
    phase VARCHAR(20) NOT NULL,
    cursor_due_on DATE NULL,
    cursor_order_id VARCHAR(64) NULL,
    cursor_channel_id VARCHAR(64) NULL,
    orders_due BIGINT NULL,
    orders_done BIGINT NOT NULL DEFAULT 0,
    line_count BIGINT NOT NULL DEFAULT 0,
    settled_fen BIGINT NOT NULL DEFAULT 0,
    statement_count BIGINT NOT NULL DEFAULT 0,
    begun_by VARCHAR(64) NOT NULL,
    begun_at DATETIME(3) NOT NULL,
    done_at DATETIME(3) NULL,
    UNIQUE KEY by_day (settles),
    KEY by_begin (begun_at, run_id),
    KEY by_phase (phase)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
