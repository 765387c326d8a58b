import type { Migration } from '@chuanliu/database/migration';
import { id } from './columns';

/** Lines that late knowledge concerns, to be split again. */
export const migration: Migration = {
  at: 1763800000009,
  name: 'add-due-line',
  up: `CREATE TABLE IF NOT EXISTS due_line (
    order_id ${id} NOT NULL,
    channel_id ${id} NOT NULL,
    line_no INT NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no))`,
};
