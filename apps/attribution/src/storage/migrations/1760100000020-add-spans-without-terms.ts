import type { Migration } from '@chuanliu/database/migration';

/** A JSON list of spans, NULL for the many picks that have none. */
export const addSpansWithoutTerms: Migration = {
  at: 1760100000020,
  name: 'add-spans-without-terms',
  up: 'ALTER TABLE pick ADD COLUMN without_terms MEDIUMTEXT NULL',
};
