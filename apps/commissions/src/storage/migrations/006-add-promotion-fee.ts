import type { Migration } from '@chuanliu/database/migration';

/** The platform's fee on commissions from an instant on. */
export const migration: Migration = {
  at: 1763800000006,
  name: 'add-promotion-fee',
  up: `CREATE TABLE IF NOT EXISTS promotion_fee (
    effective_from DATETIME(3) NOT NULL PRIMARY KEY,
    promotion_fee_bps INT NOT NULL)`,
};
