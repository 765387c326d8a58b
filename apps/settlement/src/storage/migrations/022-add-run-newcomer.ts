import type { Migration } from '@chuanliu/database/migration';

/** Brands that are in the newcomers’ programme at a run’s cut, and what is left of their quota. */
export const addRunNewcomer: Migration = {
  at: 1763800000022,
  name: 'add-run-newcomer',
  up: `CREATE TABLE IF NOT EXISTS run_newcomer (
    run_id VARCHAR(64) NOT NULL,
    brand_id VARCHAR(64) NOT NULL,
    quota_left_fen BIGINT NOT NULL,
    PRIMARY KEY (run_id, brand_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
