import type { Migration } from '@chuanliu/database/migration';
import { ascii, id } from './columns';

/**
 * What settlement told of lines and their rows do not say: holds, and settled lines that are still to be marked.
 * `is_due` says that they can be tried now; one that is not due waits for its sale, or for the split that was settled.
 */
export const migration: Migration = {
  at: 1763800000013,
  name: 'add-told-by-settlement',
  up: `CREATE TABLE IF NOT EXISTS told_by_settlement (
    order_id ${id} NOT NULL,
    channel_id ${id} NOT NULL,
    line_no INT NOT NULL,
    hold_revision INT NOT NULL DEFAULT 0,
    is_held TINYINT NOT NULL DEFAULT 0,
    is_settled TINYINT NOT NULL DEFAULT 0,
    is_due TINYINT NOT NULL DEFAULT 0,
    decision_revision INT NULL,
    digest ${ascii(64)} NULL,
    PRIMARY KEY (order_id, channel_id, line_no),
    KEY by_due (is_due, order_id, channel_id, line_no))`,
};
