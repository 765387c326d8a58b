import type { Migration } from '@chuanliu/database/migration';

/** What the audit log can be asked for besides a thing by kind and id: without these, each such question reads all of it. */
export const findActsByWhoWhatAndWhen: Migration = {
  at: 1763800000068,
  name: 'find-acts-by-who-what-and-when',
  up: `ALTER TABLE audit_entry
    ADD KEY of_person (person_id, entry_no),
    ADD KEY of_action (action, entry_no),
    ADD KEY of_id (subject_id, entry_no),
    ADD KEY by_instant (at, entry_no)`,
};
