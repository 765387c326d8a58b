import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

/** Adjustments of the books that make appeals good, as settlement tells them. */
export const addAppealAdjustment: Migration = {
  at: 1760100000160,
  name: 'add-appeal-adjustment',
  up: `CREATE TABLE IF NOT EXISTS appeal_adjustment (
    appeal_id ${ascii(64)} NOT NULL,
    adjustment_id ${ascii(64)} NOT NULL,
    state ${ascii(16)} NOT NULL,
    amount_fen BIGINT NOT NULL,
    changed_at ${INSTANT} NOT NULL,
    PRIMARY KEY (appeal_id, adjustment_id))`,
};
