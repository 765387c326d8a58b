import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

/**
 * What touches need.
 *
 * `touch` is kept in spans of time, so that old ones are dropped whole; its primary key makes a buyer's touches of a
 * product one short range. `touch_key` is 128 bits of SHA-256 over channel and touchId, `content_hash` those of the
 * content's own: contents that go by one touchId are found by the one and told apart by the other.
 */
export const addTouch: Migration[] = [
  {
    at: 1760100000030,
    name: 'add-touch',
    up: `CREATE TABLE IF NOT EXISTS touch (
      buyer_key BINARY(32) NOT NULL,
      product_id ${ascii(64)} NOT NULL,
      occurred_at ${INSTANT} NOT NULL,
      touch_key BINARY(16) NOT NULL,
      content_hash BINARY(16) NOT NULL,
      channel_id ${ascii(64)} NOT NULL,
      touch_id ${ascii(64)} NOT NULL,
      kind ${ascii(8)} NOT NULL,
      surface ${ascii(16)} NOT NULL,
      account_id ${ascii(64)} NULL,
      promotion_code ${ascii(64)} NULL,
      superseded TINYINT NOT NULL,
      PRIMARY KEY (buyer_key, product_id, occurred_at, touch_key, content_hash),
      KEY by_touch (touch_key))
      PARTITION BY RANGE COLUMNS (occurred_at) (PARTITION ahead VALUES LESS THAN (MAXVALUE))`,
  },
  {
    // A list for each slice of touches, since a row for each touch would cost as much as storing it.
    at: 1760100000031,
    name: 'add-due-touches',
    up: `CREATE TABLE IF NOT EXISTS due_touches (
      id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
      touches MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL)`,
  },
  {
    at: 1760100000032,
    name: 'add-touch-horizon',
    up: `CREATE TABLE IF NOT EXISTS touch_horizon (
      id TINYINT NOT NULL PRIMARY KEY,
      gone_before ${INSTANT} NOT NULL)`,
  },
  {
    // The codes and accounts that a decision looked up because a touch named them.
    at: 1760100000033,
    name: 'add-touch-lookup',
    up: `CREATE TABLE IF NOT EXISTS touch_lookup (
      kind ${ascii(8)} NOT NULL,
      name ${ascii(64)} NOT NULL,
      order_id ${ascii(64)} NOT NULL,
      channel_id ${ascii(64)} NOT NULL,
      line_no INT NOT NULL,
      product_id ${ascii(64)} NOT NULL,
      ordered_at ${INSTANT} NOT NULL,
      touched_since ${INSTANT} NOT NULL,
      PRIMARY KEY (kind, name, order_id, channel_id, line_no))`,
  },
  {
    // A buyer's lines of a product are what a late touch concerns; lines by time are what other windows concern.
    at: 1760100000034,
    name: 'add-touches-of-line',
    up: `ALTER TABLE line
      MODIFY COLUMN candidates MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      ADD COLUMN assistants TEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
      ADD COLUMN touches MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
      ADD KEY by_buyer_and_product (buyer_key(12), product_id, ordered_at),
      ADD KEY by_time (ordered_at),
      DROP KEY by_buyer`,
  },
  {
    at: 1760100000035,
    name: 'add-assist-rates',
    up: 'ALTER TABLE pick ADD COLUMN assist_rates MEDIUMTEXT NULL',
  },
  {
    at: 1760100000036,
    name: 'add-contested-touch',
    up: `CREATE TABLE IF NOT EXISTS contested_touch (
      id ${ascii(64)} NOT NULL PRIMARY KEY,
      channel_id ${ascii(64)} NOT NULL,
      touch_id ${ascii(64)} NOT NULL,
      occurred_at ${INSTANT} NOT NULL,
      noted_at ${INSTANT} NOT NULL,
      KEY by_time (occurred_at, id))`,
  },
];
