import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addSample: Migration = {
  at: 1763800000260,
  name: 'add-sample',
  // The instants are the facts; state is what was last announced of them. open_slot is 1 until the sample is done with
  // and NULL afterwards, so that one promoter has at most one open sample of a product.
  up: `CREATE TABLE IF NOT EXISTS sample (
    sample_id ${ID} NOT NULL PRIMARY KEY,
    promoter_id ${ID} NOT NULL,
    brand_id ${ID} NOT NULL,
    product_id ${ID} NOT NULL,
    buy_first TINYINT NOT NULL,
    message VARCHAR(500) NULL,
    address_ref ${ID} NULL,
    state ${WORD} NOT NULL,
    open_slot TINYINT NULL,
    requested_at DATETIME(3) NOT NULL,
    approved_at DATETIME(3) NULL,
    rejected_at DATETIME(3) NULL,
    cancelled_at DATETIME(3) NULL,
    bought_at DATETIME(3) NULL,
    shipped_at DATETIME(3) NULL,
    received_at DATETIME(3) NULL,
    content_due_at DATETIME(3) NULL,
    fulfilled_at DATETIME(3) NULL,
    refunded_at DATETIME(3) NULL,
    channel_id ${ID} NULL,
    order_id ${ID} NULL,
    carrier VARCHAR(64) NULL,
    tracking_no ${ID} NULL,
    content_id ${ID} NULL,
    surface ${WORD} NULL,
    reason VARCHAR(500) NULL,
    revision INT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    UNIQUE KEY one_open (promoter_id, product_id, open_slot),
    KEY by_promoter (promoter_id, sample_id),
    KEY by_brand (brand_id, sample_id),
    KEY by_month (product_id, requested_at),
    KEY by_due (state, content_due_at))`,
};
