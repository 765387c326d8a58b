import type { Migration } from '@chuanliu/database/migration';

/** A posting's head: its cause, the sale it belongs to, and the business day it is booked on. Never updated. */
export const addPosting: Migration = {
  at: 1763800000003,
  name: 'add-posting',
  up: `CREATE TABLE IF NOT EXISTS posting (
    posting_id BIGINT NOT NULL PRIMARY KEY,
    occurred_at DATETIME(3) NOT NULL,
    booked_on DATE NOT NULL,
    cause VARCHAR(20) NOT NULL,
    refund_id VARCHAR(64) NULL,
    transaction_id VARCHAR(64) NULL,
    channel_id VARCHAR(64) NOT NULL,
    order_id VARCHAR(64) NOT NULL,
    line_no BIGINT NOT NULL,
    KEY of_order (order_id, channel_id, line_no),
    KEY by_day (booked_on, posting_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
