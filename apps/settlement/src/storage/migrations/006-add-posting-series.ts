import type { Migration } from '@chuanliu/database/migration';

/** Each row gave one process a range of posting ids that nobody else has. */
export const addPostingSeries: Migration = {
  at: 1763800000006,
  name: 'add-posting-series',
  up: `CREATE TABLE IF NOT EXISTS posting_series (
    series BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    opened_at DATETIME(3) NOT NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
