import type { Migration } from '@chuanliu/database/migration';

/** The person whose income a verdict's payout is or would be: a dry run sums it up over the parties of a person. */
export const sayWhomVerdictsAreOf: Migration = {
  at: 1763800000064,
  name: 'say-whom-verdicts-are-of',
  up: `ALTER TABLE payout_verdict
    ADD COLUMN taxed_as VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY of_person (batch_id, taxed_as)`,
};
