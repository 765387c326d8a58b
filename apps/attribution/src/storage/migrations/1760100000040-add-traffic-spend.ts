import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

/** What parties spent of their traffic, in the order in which they did; and a row a wallet to hold while it is spent from. */
export const addTrafficSpend: Migration[] = [
  {
    at: 1760100000040,
    name: 'add-traffic-spend',
    up: `CREATE TABLE IF NOT EXISTS traffic_spend (
      party_kind ${ascii(16)} NOT NULL,
      party_id ${ascii(64)} NOT NULL,
      spend_no INT NOT NULL,
      spend_id ${ascii(64)} NOT NULL,
      content_id ${ascii(64)} NOT NULL,
      impressions BIGINT NOT NULL,
      spent_at ${INSTANT} NOT NULL,
      PRIMARY KEY (party_kind, party_id, spend_no))`,
  },
  {
    at: 1760100000041,
    name: 'add-traffic-wallet',
    up: `CREATE TABLE IF NOT EXISTS traffic_wallet (
      party_kind ${ascii(16)} NOT NULL,
      party_id ${ascii(64)} NOT NULL,
      PRIMARY KEY (party_kind, party_id))`,
  },
];
