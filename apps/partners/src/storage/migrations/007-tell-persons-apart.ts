import type { Migration } from '@chuanliu/database/migration';

/** What is the same for all parties of one person; NULL where the identity was written before, until it is written again. */
export const tellPersonsApart: Migration = {
  at: 1763800000107,
  name: 'tell-persons-apart',
  up: `ALTER TABLE payee ADD COLUMN person_key CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL`,
};
