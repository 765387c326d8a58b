import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

/** Picks as attribution needs them: of the terms only when the first begin. */
export const addPick: Migration = {
  at: 1760100000005,
  name: 'add-pick',
  up: `CREATE TABLE IF NOT EXISTS pick (
    pick_id ${ascii(64)} NOT NULL PRIMARY KEY,
    promoter_id ${ascii(64)} NOT NULL,
    product_id ${ascii(64)} NOT NULL,
    promotion_code ${ascii(64)} NOT NULL,
    holds_from ${INSTANT} NOT NULL,
    holds_to ${INSTANT} NULL,
    terms_from ${INSTANT} NULL,
    revision INT NOT NULL,
    KEY by_code (promotion_code),
    KEY by_promoter (promoter_id, product_id))`,
};
