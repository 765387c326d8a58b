import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addPromoterOrder: Migration = {
  at: 1763800000263,
  name: 'add-promoter-order',
  up: `CREATE TABLE IF NOT EXISTS promoter_order (
    promoter_id ${ID} NOT NULL,
    channel_id ${ID} NOT NULL,
    order_id ${ID} NOT NULL,
    PRIMARY KEY (promoter_id, channel_id, order_id))`,
};
