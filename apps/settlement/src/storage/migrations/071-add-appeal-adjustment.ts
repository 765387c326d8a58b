import type { Migration } from '@chuanliu/database/migration';

/** The one adjustment that makes an appeal good. A rejected one leaves the place to another. */
export const addAppealAdjustment: Migration = {
  at: 1763800000071,
  name: 'add-appeal-adjustment',
  up: `CREATE TABLE IF NOT EXISTS appeal_adjustment (
    appeal_id VARCHAR(64) NOT NULL PRIMARY KEY,
    adjustment_id VARCHAR(64) NOT NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
