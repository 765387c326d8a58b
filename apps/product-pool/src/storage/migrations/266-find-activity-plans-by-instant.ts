import type { Migration } from '@chuanliu/database/migration';

export const findActivityPlansByInstant: Migration = {
  at: 1763800000266,
  name: 'find-activity-plans-by-instant',
  // Search asks several times a second which of them begin to hold, or end.
  up: 'ALTER TABLE activity_plan_version ADD KEY by_instant (effective_from), ADD KEY by_end (ends_at)',
};
