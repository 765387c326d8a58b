import type { Migration } from '@chuanliu/database/migration';

/** The order of the list of everybody's statements, which is long: without it each page sorts them all. */
export const listStatementsByDay: Migration = {
  at: 1763800000080,
  name: 'list-statements-by-day',
  up: 'ALTER TABLE statement ADD KEY in_list (business_date, account_id)',
};
