import type { Migration } from '@chuanliu/database/migration';

/** On which statement a party has what was settled of a line: without it every statement of the run is looked at. */
export const findTheStatementOfALine: Migration = {
  at: 1763800000082,
  name: 'find-the-statement-of-a-line',
  up: 'ALTER TABLE statement ADD KEY of_lines (pending_account_id, run_id)',
};
