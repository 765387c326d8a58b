import type { Migration } from '@chuanliu/database/migration';

/** The seal of a business day (`domain/seal-of-day.ts`), over so many postings; the run that sealed it. Never updated. */
export const addDaySeal: Migration = {
  at: 1763800000016,
  name: 'add-day-seal',
  up: `CREATE TABLE IF NOT EXISTS day_seal (
    day DATE NOT NULL PRIMARY KEY,
    previous_hash CHAR(64) NULL,
    hash CHAR(64) NOT NULL,
    postings BIGINT NOT NULL,
    sealed_by_run VARCHAR(64) NOT NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
