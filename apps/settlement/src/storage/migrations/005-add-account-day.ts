import type { Migration } from '@chuanliu/database/migration';

/** What was debited and credited to an account on a business day: the sums of its entries, kept up slice by slice. */
export const addAccountDay: Migration = {
  at: 1763800000005,
  name: 'add-account-day',
  up: `CREATE TABLE IF NOT EXISTS account_day (
    account_id BIGINT NOT NULL,
    booked_on DATE NOT NULL,
    debit_fen BIGINT NOT NULL,
    credit_fen BIGINT NOT NULL,
    PRIMARY KEY (account_id, booked_on)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
