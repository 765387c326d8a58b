import type { Migration } from '@chuanliu/database/migration';

/** Of appeals that were made good before: by the first adjustment that was not rejected. */
export const keepAdjustmentsOfAppeals: Migration = {
  at: 1763800000072,
  name: 'keep-adjustments-of-appeals',
  up: `INSERT IGNORE INTO appeal_adjustment (appeal_id, adjustment_id)
    SELECT appeal_id, MIN(adjustment_id) FROM adjustment
    WHERE appeal_id IS NOT NULL AND state <> 'rejected' GROUP BY appeal_id`,
};
