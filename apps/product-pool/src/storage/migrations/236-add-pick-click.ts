import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addPickClick: Migration = {
  at: 1763800000236,
  name: 'add-pick-click',
  // How often a pick's short link was opened on a business day.
  up: `CREATE TABLE IF NOT EXISTS pick_click (
    pick_id ${ID} NOT NULL,
    business_day DATE NOT NULL,
    clicks BIGINT NOT NULL,
    PRIMARY KEY (pick_id, business_day),
    KEY by_day (business_day, pick_id))`,
};
