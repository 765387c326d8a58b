import type { Migration } from '@chuanliu/database/migration';
import { ascii } from './column-types';

/** Lines that a late fact concerns, waiting to be decided again. Keyed as the lines are, so that both are locked in one order. */
export const addDueLine: Migration = {
  at: 1760100000003,
  name: 'add-due-line',
  up: `CREATE TABLE IF NOT EXISTS due_line (
    order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    line_no INT NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no))`,
};
