import type { Migration } from '@chuanliu/database/migration';

/** Which statements were made since an instant. */
export const findStatementsByInstant: Migration = {
  at: 1763800000081,
  name: 'find-statements-by-instant',
  up: 'ALTER TABLE statement ADD KEY by_instant (made_at)',
};
