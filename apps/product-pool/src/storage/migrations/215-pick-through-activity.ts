import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const pickThroughActivity: Migration = {
  at: 1763800000215,
  name: 'pick-through-activity',
  // Without an activity the id is empty, not NULL: a unique key lets any number of NULLs stand side by side.
  up: `ALTER TABLE pick
    ADD COLUMN activity_id ${ID} NOT NULL DEFAULT '',
    DROP KEY one_open,
    ADD UNIQUE KEY one_open (promoter_id, product_id, activity_id, open_slot)`,
};
