import type { Migration } from '@chuanliu/database/migration';
import { ascii, BUYER_KEY } from './column-types';

/** A brand and a buyer who met in the river: the row is the lock under which their lines are derived one after another. */
export const addRiverPair: Migration = {
  at: 1760100000004,
  name: 'add-river-pair',
  up: `CREATE TABLE IF NOT EXISTS river_pair (
    brand_id ${ascii(64)} NOT NULL,
    buyer_key ${BUYER_KEY} NOT NULL,
    PRIMARY KEY (brand_id, buyer_key))`,
};
