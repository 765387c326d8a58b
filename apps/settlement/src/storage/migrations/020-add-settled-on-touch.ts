import type { Migration } from '@chuanliu/database/migration';

/** What slices and commands settled of a run that was under way, before they changed its orders; its chunks count their own. */
export const addSettledOnTouch: Migration = {
  at: 1763800000020,
  name: 'add-settled-on-touch',
  up: `CREATE TABLE IF NOT EXISTS settled_on_touch (
    touch_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id VARCHAR(64) NOT NULL,
    line_count BIGINT NOT NULL,
    settled_fen BIGINT NOT NULL,
    KEY of_run (run_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
