import type { Migration } from '@chuanliu/database/migration';
import { ascii } from '../column-types';

/** Orders whose products' brands are to be looked at again, since a product became known or went to another brand. */
export const migration: Migration = {
  at: 1760000001007,
  name: 'add-order-to-check',
  up: `CREATE TABLE IF NOT EXISTS order_to_check (
    order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    PRIMARY KEY (order_id, channel_id))`,
};
