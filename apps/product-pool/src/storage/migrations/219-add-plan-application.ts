import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addPlanApplication: Migration = {
  at: 1763800000219,
  name: 'add-plan-application',
  // open_slot is 1 while the application waits and NULL afterwards: one promoter has one open application a product.
  up: `CREATE TABLE IF NOT EXISTS plan_application (
    application_id ${ID} NOT NULL PRIMARY KEY,
    product_id ${ID} NOT NULL,
    brand_id ${ID} NOT NULL,
    promoter_id ${ID} NOT NULL,
    commission_bps SMALLINT NULL,
    application_text VARCHAR(500) NULL,
    state ${WORD} NOT NULL,
    open_slot TINYINT NULL,
    granted_bps SMALLINT NULL,
    reason VARCHAR(500) NULL,
    applied_at DATETIME(3) NOT NULL,
    resolved_at DATETIME(3) NULL,
    updated_at DATETIME(3) NOT NULL,
    UNIQUE KEY one_open (promoter_id, product_id, open_slot),
    KEY by_promoter (promoter_id, application_id),
    KEY by_product (product_id, application_id),
    KEY by_brand (brand_id, application_id))`,
};
