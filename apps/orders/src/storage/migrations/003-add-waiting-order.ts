import type { Migration } from '@chuanliu/database/migration';
import { ascii } from '../column-types';

/** Orders whose events wait for the payment: few, so that they can be counted at any time. */
export const migration: Migration = {
  at: 1760000001003,
  name: 'add-waiting-order',
  up: `CREATE TABLE IF NOT EXISTS waiting_order (
    order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    waiting_events INT NOT NULL,
    PRIMARY KEY (order_id, channel_id))`,
};
