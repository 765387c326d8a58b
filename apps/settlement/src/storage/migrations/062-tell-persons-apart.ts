import type { Migration } from '@chuanliu/database/migration';

/** What partners told is the same for all parties of one person. */
export const tellPersonsApart: Migration = {
  at: 1763800000062,
  name: 'tell-persons-apart',
  up: `ALTER TABLE payee
    ADD COLUMN person_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY of_person (person_key)`,
};
