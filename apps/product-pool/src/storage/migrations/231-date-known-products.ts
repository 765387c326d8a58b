import type { Migration } from '@chuanliu/database/migration';

export const dateKnownProducts: Migration = {
  at: 1763800000231,
  name: 'date-known-products',
  // Of products from before there were these columns, the last change is the best that is known.
  up: `UPDATE product SET created_at = updated_at, listed_at = IF(state = 'on-shelf', updated_at, NULL)
    WHERE created_at = '1970-01-01 00:00:00.000'`,
};
