import type { Migration } from '@chuanliu/database/migration';

/** How an appeal against a sale's outcome stands; the greatest revision is in force. */
export const addAppeal: Migration = {
  at: 1763800000046,
  name: 'add-appeal',
  up: `CREATE TABLE IF NOT EXISTS appeal (
    appeal_id VARCHAR(64) NOT NULL PRIMARY KEY,
    channel_id VARCHAR(64) NOT NULL,
    order_id VARCHAR(64) NOT NULL,
    line_no BIGINT NOT NULL,
    party VARCHAR(80) NOT NULL,
    revision INT NOT NULL,
    state VARCHAR(16) NOT NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
