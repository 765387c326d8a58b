import type { Migration } from '@chuanliu/database/migration';

/**
 * An adjustment by hand. `occurred_at` is null until it is approved, unless it was dated when it was proposed. The posting
 * of an approved one is found by its reference.
 */
export const addAdjustment: Migration = {
  at: 1763800000043,
  name: 'add-adjustment',
  up: `CREATE TABLE IF NOT EXISTS adjustment (
    adjustment_id VARCHAR(64) NOT NULL PRIMARY KEY,
    state VARCHAR(20) NOT NULL,
    purpose VARCHAR(20) NOT NULL,
    amount_fen BIGINT NOT NULL,
    reason VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    appeal_id VARCHAR(64) NULL,
    occurred_at DATETIME(3) NULL,
    proposed_at DATETIME(3) NOT NULL,
    proposed_by_client VARCHAR(64) NOT NULL,
    proposed_by_person VARCHAR(64) NOT NULL,
    decided_at DATETIME(3) NULL,
    decided_by_client VARCHAR(64) NULL,
    decided_by_person VARCHAR(64) NULL,
    decision_reason VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    updated_at DATETIME(3) NOT NULL,
    KEY by_state (state, adjustment_id),
    KEY of_appeal (appeal_id),
    KEY by_update (updated_at)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
