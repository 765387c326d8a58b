import type { Migration } from '@chuanliu/database/migration';

/** Which request made an adjustment, so that it is told when it is sent again. */
export const addAdjustmentRequest: Migration = {
  at: 1763800000070,
  name: 'add-adjustment-request',
  up: `CREATE TABLE IF NOT EXISTS adjustment_request (
    request_key BINARY(32) NOT NULL PRIMARY KEY,
    request_digest BINARY(32) NOT NULL,
    adjustment_id VARCHAR(64) NOT NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
