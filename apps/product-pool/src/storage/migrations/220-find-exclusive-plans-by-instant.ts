import type { Migration } from '@chuanliu/database/migration';

export const findExclusivePlansByInstant: Migration = {
  at: 1763800000220,
  name: 'find-exclusive-plans-by-instant',
  // Search asks several times a second which products become exclusive, or open again.
  up: 'ALTER TABLE promoter_plan_version ADD KEY by_instant (kind, effective_from)',
};
