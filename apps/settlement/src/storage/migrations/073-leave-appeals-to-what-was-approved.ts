import type { Migration } from '@chuanliu/database/migration';

/** An appeal that was made good before belongs to the adjustment that was approved, not to one that still waits. */
export const leaveAppealsToWhatWasApproved: Migration = {
  at: 1763800000073,
  name: 'leave-appeals-to-what-was-approved',
  up: `UPDATE appeal_adjustment SET adjustment_id = (
      SELECT MIN(a.adjustment_id) FROM adjustment a
      WHERE a.appeal_id = appeal_adjustment.appeal_id AND a.state = 'approved')
    WHERE EXISTS (
      SELECT 1 FROM adjustment a WHERE a.appeal_id = appeal_adjustment.appeal_id AND a.state = 'approved')`,
};
