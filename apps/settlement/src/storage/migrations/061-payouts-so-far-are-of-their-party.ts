import type { Migration } from '@chuanliu/database/migration';

/** Payouts from before persons were told apart were taxed as their party alone. */
export const payoutsSoFarAreOfTheirParty: Migration = {
  at: 1763800000061,
  name: 'payouts-so-far-are-of-their-party',
  up: `UPDATE payout SET taxed_as = CONCAT(party_kind, ':', party_id) WHERE tax_month IS NOT NULL AND taxed_as IS NULL`,
};
