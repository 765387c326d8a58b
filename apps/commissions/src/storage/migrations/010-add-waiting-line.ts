import type { Migration } from '@chuanliu/database/migration';
import { id } from './columns';

/** Lines whose pick has no terms here yet. Few at any time, so that counting them costs nothing. */
export const migration: Migration = {
  at: 1763800000010,
  name: 'add-waiting-line',
  up: `CREATE TABLE IF NOT EXISTS waiting_line (
    order_id ${id} NOT NULL,
    channel_id ${id} NOT NULL,
    line_no INT NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no))`,
};
