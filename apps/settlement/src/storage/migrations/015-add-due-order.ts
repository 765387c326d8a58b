import type { Migration } from '@chuanliu/database/migration';

/** Orders whose due day has to be derived again, since a score or policy became known late. */
export const addDueOrder: Migration = {
  at: 1763800000015,
  name: 'add-due-order',
  up: `CREATE TABLE IF NOT EXISTS due_order (
    order_id VARCHAR(64) NOT NULL,
    channel_id VARCHAR(64) NOT NULL,
    PRIMARY KEY (order_id, channel_id)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
