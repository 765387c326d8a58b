import type { Migration } from '@chuanliu/database/migration';

/** A decision, or rates, that came after their line was settled by others; people see it as an exception. */
export const addTooLate: Migration = {
  at: 1763800000021,
  name: 'add-too-late',
  up: `CREATE TABLE IF NOT EXISTS too_late (
    order_id VARCHAR(64) NOT NULL,
    channel_id VARCHAR(64) NOT NULL,
    line_no BIGINT NOT NULL,
    decision_revision INT NOT NULL,
    basis VARCHAR(64) NOT NULL,
    split_revision INT NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    told_at DATETIME(3) NOT NULL,
    exception_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no, decision_revision, basis),
    KEY by_time (told_at, exception_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
