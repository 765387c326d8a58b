import type { Migration } from '@chuanliu/database/migration';

export const findTiersByInstant: Migration = {
  at: 1763800000253,
  name: 'find-tiers-by-instant',
  // Search asks several times a second which tiers begin to hold.
  up: 'ALTER TABLE brand_tier ADD KEY by_instant (effective_from)',
};
