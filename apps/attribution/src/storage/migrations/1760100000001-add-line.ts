import type { Migration } from '@chuanliu/database/migration';
import { ascii, BUYER_KEY, INSTANT } from './column-types';

/**
 * One row per order line: what was paid, who brought it, and what the river makes of it.
 *
 * Each secondary index is there for one kind of late fact or one read: a code's or account's lines (picks, accounts,
 * suspensions), a buyer's lines (registered buyers, river pairs; 12 of 64 digits tell buyers apart well enough), a
 * brand's lines by payment (shop scores, audience, wallet), a promoter's likewise (reputations, wallet).
 */
export const addLine: Migration = {
  at: 1760100000001,
  name: 'add-line',
  up: `CREATE TABLE IF NOT EXISTS line (
    order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    line_no INT NOT NULL,
    payment_revision INT NOT NULL,
    order_revision INT NOT NULL,
    revision INT NOT NULL,
    present TINYINT NOT NULL,
    payment_occurred_at ${INSTANT} NOT NULL,
    brand_id ${ascii(64)} NOT NULL,
    buyer_key ${BUYER_KEY} NULL,
    ordered_at ${INSTANT} NOT NULL,
    paid_at ${INSTANT} NOT NULL,
    payment_channel ${ascii(64)} NOT NULL,
    transaction_id ${ascii(64)} NOT NULL,
    freight_fen BIGINT NOT NULL,
    product_id ${ascii(64)} NOT NULL,
    paid_fen BIGINT NOT NULL,
    subsidy_fen BIGINT NOT NULL,
    surface ${ascii(16)} NOT NULL,
    account_id ${ascii(64)} NULL,
    promotion_code ${ascii(64)} NULL,
    tag VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    outcome ${ascii(16)} NOT NULL,
    river_promoter_id ${ascii(64)} NULL,
    pick_id ${ascii(64)} NULL,
    candidates TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    held_out TINYINT NULL,
    grant_impressions BIGINT NULL,
    grant_refusal ${ascii(32)} NULL,
    updated_at ${INSTANT} NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no),
    KEY by_code (promotion_code, ordered_at),
    KEY by_account (account_id, ordered_at),
    KEY by_buyer (buyer_key(12)),
    KEY by_brand (brand_id, paid_at),
    KEY by_river_promoter (river_promoter_id, paid_at))`,
};
