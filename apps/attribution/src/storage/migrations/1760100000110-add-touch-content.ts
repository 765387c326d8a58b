import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

/**
 * Which contents go by a touchId, whenever they are dated.
 *
 * As an index of `touch` this was asked in every partition: a page of each for every touch that came, most of them not
 * in memory. In one table of its own it is one page, the same into which the touch was just written.
 */
export const addTouchContent: Migration[] = [
  {
    at: 1760100000110,
    name: 'add-touch-content',
    up: `CREATE TABLE IF NOT EXISTS touch_content (
      touch_key BINARY(16) NOT NULL,
      content_hash BINARY(16) NOT NULL,
      buyer_key BINARY(32) NOT NULL,
      product_id ${ascii(64)} NOT NULL,
      occurred_at ${INSTANT} NOT NULL,
      PRIMARY KEY (touch_key, content_hash))`,
  },
  {
    at: 1760100000111,
    name: 'fill-touch-content',
    up: `INSERT IGNORE INTO touch_content (touch_key, content_hash, buyer_key, product_id, occurred_at)
      SELECT touch_key, content_hash, buyer_key, product_id, occurred_at FROM touch`,
  },
  {
    at: 1760100000112,
    name: 'drop-touch-index',
    up: 'ALTER TABLE touch DROP KEY by_touch',
  },
];
