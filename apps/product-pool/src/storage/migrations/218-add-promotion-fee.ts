import type { Migration } from '@chuanliu/database/migration';

export const addPromotionFee: Migration = {
  at: 1763800000218,
  name: 'add-promotion-fee',
  up: `CREATE TABLE IF NOT EXISTS promotion_fee (
    effective_from DATETIME(3) NOT NULL PRIMARY KEY,
    promotion_fee_bps SMALLINT NOT NULL)`,
};
