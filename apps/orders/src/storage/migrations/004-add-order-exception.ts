import type { Migration } from '@chuanliu/database/migration';
import { ascii } from '../column-types';

/** What was accepted and wants a person's eye. Rare rows, so they may have indexes for the list and for one order. */
export const migration: Migration = {
  at: 1760000001004,
  name: 'add-order-exception',
  up: `CREATE TABLE IF NOT EXISTS order_exception (
    id ${ascii(64)} NOT NULL PRIMARY KEY,
    kind ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    order_id ${ascii(64)} NOT NULL,
    line_no INT NULL,
    detail VARCHAR(1000) CHARACTER SET utf8mb4 NOT NULL,
    occurred_at DATETIME(3) NOT NULL,
    state ${ascii(10)} NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    KEY by_occurrence (occurred_at, id),
    KEY by_order (order_id, channel_id))`,
};
