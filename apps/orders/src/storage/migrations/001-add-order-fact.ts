import type { Migration } from '@chuanliu/database/migration';
import { ascii } from '../column-types';

/**
 * Every distinct event of every order, for ever. Clustered by order, so that an order's facts lie together and need no
 * second index. `contents` is the payment or refund as JSON text: a JSON column would be parsed again by the server.
 */
export const migration: Migration = {
  at: 1760000001001,
  name: 'add-order-fact',
  up: `CREATE TABLE IF NOT EXISTS order_fact (
    order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    event_id ${ascii(64)} NOT NULL,
    hash BINARY(32) NOT NULL,
    event_type ${ascii(20)} NOT NULL,
    occurred_at DATETIME(3) NOT NULL,
    content_hash BINARY(32) NOT NULL,
    contents MEDIUMTEXT CHARACTER SET utf8mb4 NULL,
    PRIMARY KEY (order_id, channel_id, event_id, hash))`,
};
