import type { Migration } from '@chuanliu/database/migration';
import { ascii, id } from './columns';

/**
 * One line of an order: what was told of it last, and what was last announced. Its keys follow what late knowledge
 * names: a pick's terms, a brand's fee, a promoter's agency, the fee policy.
 */
export const migration: Migration = {
  at: 1763800000001,
  name: 'add-sale',
  up: `CREATE TABLE IF NOT EXISTS sale (
    order_id ${id} NOT NULL,
    channel_id ${id} NOT NULL,
    line_no INT NOT NULL,
    brand_id ${id} NOT NULL,
    ordered_at DATETIME(3) NOT NULL,
    payment_occurred_at DATETIME(3) NOT NULL,
    payment_channel ${id} NOT NULL,
    transaction_id ${id} NOT NULL,
    order_revision INT NOT NULL,
    decision_revision INT NOT NULL,
    present TINYINT NOT NULL,
    product_id ${id} NOT NULL,
    paid_fen BIGINT NOT NULL,
    subsidy_fen BIGINT NOT NULL,
    freight_fen BIGINT NOT NULL,
    refunds MEDIUMTEXT NOT NULL,
    tag VARCHAR(64) NULL,
    outcome ${ascii(16)} NOT NULL,
    promoter_id ${id} NULL,
    pick_id ${id} NULL,
    assistant_ids MEDIUMTEXT NOT NULL,
    frozen_terms TEXT NULL,
    waits TINYINT NOT NULL,
    base_fen BIGINT NOT NULL,
    revision INT NOT NULL,
    announced_hash ${ascii(43)} NULL,
    listed MEDIUMTEXT NULL,
    PRIMARY KEY (order_id, channel_id, line_no),
    KEY by_pick (pick_id, ordered_at),
    KEY by_brand (brand_id, ordered_at),
    KEY by_promoter (promoter_id, ordered_at),
    KEY by_instant (ordered_at))`,
};
