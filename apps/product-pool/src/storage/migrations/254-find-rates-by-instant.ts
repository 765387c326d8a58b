import type { Migration } from '@chuanliu/database/migration';

export const findRatesByInstant: Migration = {
  at: 1763800000254,
  name: 'find-rates-by-instant',
  // Search asks several times a second which rates begin to hold.
  up: 'ALTER TABLE open_plan_version ADD KEY by_instant (effective_from)',
};
