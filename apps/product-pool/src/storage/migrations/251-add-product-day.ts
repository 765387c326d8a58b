import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addProductDay: Migration = {
  at: 1763800000251,
  name: 'add-product-day',
  // What happened with a product on one business day: sales of any outcome, those of distribution, clicks on short links.
  up: `CREATE TABLE IF NOT EXISTS product_day (
    product_id ${ID} NOT NULL,
    business_day DATE NOT NULL,
    sales INT NOT NULL,
    distribution_sales INT NOT NULL,
    clicks INT NOT NULL,
    PRIMARY KEY (product_id, business_day),
    KEY by_day (business_day))`,
};
