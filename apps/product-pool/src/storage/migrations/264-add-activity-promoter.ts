import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addActivityPromoter: Migration = {
  at: 1763800000264,
  name: 'add-activity-promoter',
  // Whom a version of an activity's plan has ever named, so that what a promoter is offered is found by the promoter.
  up: `CREATE TABLE IF NOT EXISTS activity_promoter (
    promoter_id ${ID} NOT NULL,
    product_id ${ID} NOT NULL,
    activity_id ${ID} NOT NULL,
    PRIMARY KEY (promoter_id, product_id, activity_id))`,
};
