import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addProduct: Migration = {
  at: 1763800000201,
  name: 'add-product',
  // Whoever writes about a product, its plans or its picks holds this row: it puts the events of one key in order.
  up: `CREATE TABLE IF NOT EXISTS product (
    product_id ${ID} NOT NULL PRIMARY KEY,
    brand_id ${ID} NOT NULL,
    title VARCHAR(200) NOT NULL,
    category_id ${ID} NOT NULL,
    price_fen BIGINT NOT NULL,
    stock BIGINT NOT NULL,
    state ${WORD} NOT NULL,
    product_score SMALLINT NULL,
    images JSON NOT NULL,
    guarantees JSON NOT NULL,
    belt VARCHAR(64) NULL,
    revision INT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    KEY by_brand (brand_id, product_id))`,
};
