import type { Migration } from '@chuanliu/database/migration';
import { ascii, ID } from './columns';

/**
 * One message to one webhook. Whoever delivers it moves due_at ahead first, as a lease: should that process end, it
 * becomes due again by itself. `attempts` only grows and tells a late answer from a present one; `tries` starts over
 * with each replay.
 */
export const addDelivery: Migration = {
  at: 1763800000705,
  name: 'add-delivery',
  up: `CREATE TABLE IF NOT EXISTS delivery (
    delivery_id ${ID} NOT NULL PRIMARY KEY,
    webhook_id ${ID} NOT NULL,
    type ${ascii(40)} NOT NULL,
    body MEDIUMTEXT NOT NULL,
    state ${ascii(9)} NOT NULL,
    attempts INT NOT NULL,
    tries INT NOT NULL,
    due_at DATETIME(3) NOT NULL,
    give_up_at DATETIME(3) NOT NULL,
    answer_status SMALLINT NULL,
    fault ${ascii(20)} NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    KEY by_due (state, webhook_id, due_at),
    KEY by_age (state, updated_at),
    KEY by_webhook (webhook_id, created_at, delivery_id))`,
};
