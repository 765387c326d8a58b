import type { Migration } from '@chuanliu/database/migration';

/** How much settled base of a brand the newcomers’ programme has covered so far; it is not given back. */
export const addNewcomerQuota: Migration = {
  at: 1763800000025,
  name: 'add-newcomer-quota',
  up: `CREATE TABLE IF NOT EXISTS newcomer_quota (
    brand_id VARCHAR(64) NOT NULL PRIMARY KEY,
    used_fen BIGINT NOT NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
