import type { Migration } from '@chuanliu/database/migration';
import { id } from './columns';

/** When the buyer of an order confirmed receipt. A receipt may be known before its sale. */
export const migration: Migration = {
  at: 1763800000003,
  name: 'add-order-receipt',
  up: `CREATE TABLE IF NOT EXISTS order_receipt (
    order_id ${id} NOT NULL,
    channel_id ${id} NOT NULL,
    received_at DATETIME(3) NULL,
    receipt_revision INT NOT NULL,
    PRIMARY KEY (order_id, channel_id))`,
};
