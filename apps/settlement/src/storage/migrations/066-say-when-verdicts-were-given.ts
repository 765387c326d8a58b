import type { Migration } from '@chuanliu/database/migration';

/** When a batch came to the party; NULL in rows from before. */
export const sayWhenVerdictsWereGiven: Migration = {
  at: 1763800000066,
  name: 'say-when-verdicts-were-given',
  up: 'ALTER TABLE payout_verdict ADD COLUMN updated_at DATETIME(3) NULL',
};
