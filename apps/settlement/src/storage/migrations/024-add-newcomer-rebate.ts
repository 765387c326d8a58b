import type { Migration } from '@chuanliu/database/migration';

/**
 * A settled line of a newcomer: the base as it was settled, and the part of it that the quota covers, null until the run
 * has portioned the quota out. What was posted of the rebate since is in the postings.
 */
export const addNewcomerRebate: Migration = {
  at: 1763800000024,
  name: 'add-newcomer-rebate',
  up: `CREATE TABLE IF NOT EXISTS newcomer_rebate (
    order_id VARCHAR(64) NOT NULL,
    channel_id VARCHAR(64) NOT NULL,
    line_no BIGINT NOT NULL,
    run_id VARCHAR(64) NOT NULL,
    brand_id VARCHAR(64) NOT NULL,
    received_at DATETIME(3) NOT NULL,
    settled_base_fen BIGINT NOT NULL,
    tech_fee_bps INT NOT NULL,
    rebated_base_fen BIGINT NULL,
    PRIMARY KEY (order_id, channel_id, line_no),
    KEY of_run (run_id, brand_id, received_at, order_id, line_no)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
