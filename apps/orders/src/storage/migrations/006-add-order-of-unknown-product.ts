import type { Migration } from '@chuanliu/database/migration';
import { ascii } from '../column-types';

/** Orders sold with a product before it was known, to be found when it becomes known. */
export const migration: Migration = {
  at: 1760000001006,
  name: 'add-order-of-unknown-product',
  up: `CREATE TABLE IF NOT EXISTS order_of_unknown_product (
    product_id ${ascii(64)} NOT NULL,
    order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    PRIMARY KEY (product_id, order_id, channel_id))`,
};
