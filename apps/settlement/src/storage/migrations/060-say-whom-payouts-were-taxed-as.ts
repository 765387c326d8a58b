import type { Migration } from '@chuanliu/database/migration';

/**
 * The person whose income a payout is: the key that all parties of a person have, or the party's name where nobody had
 * said who it is. NULL where nothing is taxed.
 */
export const sayWhomPayoutsWereTaxedAs: Migration = {
  at: 1763800000060,
  name: 'say-whom-payouts-were-taxed-as',
  up: `ALTER TABLE payout
    ADD COLUMN taxed_as VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY of_person (taxed_as, tax_month)`,
};
