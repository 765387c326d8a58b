import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

/** Refunds by order, since one may move to another line; and payments withdrawn before they were ever known here. */
export const addLineRefund: Migration[] = [
  {
    at: 1760100000002,
    name: 'add-line-refund',
    up: `CREATE TABLE IF NOT EXISTS line_refund (
      order_id ${ascii(64)} NOT NULL,
      channel_id ${ascii(64)} NOT NULL,
      refund_id ${ascii(64)} NOT NULL,
      line_no INT NOT NULL,
      occurred_at ${INSTANT} NOT NULL,
      refund_fen BIGINT NOT NULL,
      subsidy_fen BIGINT NOT NULL,
      freight_fen BIGINT NOT NULL,
      transaction_id ${ascii(64)} NULL,
      withdrawn TINYINT NOT NULL,
      order_revision INT NOT NULL,
      PRIMARY KEY (order_id, channel_id, refund_id))`,
  },
  {
    at: 1760100000008,
    name: 'add-withdrawn-payment',
    up: `CREATE TABLE IF NOT EXISTS withdrawn_payment (
      order_id ${ascii(64)} NOT NULL,
      channel_id ${ascii(64)} NOT NULL,
      order_revision INT NOT NULL,
      PRIMARY KEY (order_id, channel_id))`,
  },
];
