import type { Migration } from '@chuanliu/database/migration';

/** Versions of what settlement reads of brands; null: the version left it out. */
export const addBrandFact: Migration = {
  at: 1763800000013,
  name: 'add-brand-fact',
  up: `CREATE TABLE IF NOT EXISTS brand_fact (
    brand_id VARCHAR(64) NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    shop_score INT NULL,
    joined_at DATETIME(3) NULL,
    PRIMARY KEY (brand_id, effective_from)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
