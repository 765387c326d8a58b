import type { Migration } from '@chuanliu/database/migration';

/** Every hold that was laid on a line, and every lifting: who, when and why. Never updated. */
export const addLineHold: Migration = {
  at: 1763800000022,
  name: 'add-line-hold',
  up: `CREATE TABLE IF NOT EXISTS line_hold (
    order_id VARCHAR(64) NOT NULL,
    channel_id VARCHAR(64) NOT NULL,
    line_no BIGINT NOT NULL,
    hold_revision INT NOT NULL,
    is_held TINYINT NOT NULL,
    reason VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    done_by VARCHAR(64) NOT NULL,
    done_at DATETIME(3) NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no, hold_revision)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
