import type { Migration } from '@chuanliu/database/migration';
import { ascii } from '../column-types';

/** One row an order: what locks it, and how often its announcements changed. Order first: people ask by orderId alone. */
export const migration: Migration = {
  at: 1760000001002,
  name: 'add-order-state',
  up: `CREATE TABLE IF NOT EXISTS order_state (
    order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    order_revision INT NOT NULL,
    receipt_revision INT NOT NULL,
    brand_id ${ascii(64)} NULL,
    PRIMARY KEY (order_id, channel_id))`,
};
