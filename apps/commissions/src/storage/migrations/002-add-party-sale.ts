import type { Migration } from '@chuanliu/database/migration';
import { ascii, id } from './columns';

/**
 * A line as one party sees it in its list, in list order; one row for each party that the decision or the terms name.
 * What all parties see alike (product, outcome, base, tag) stands in `sale` alone: these are the rows of which a sale
 * has the most.
 */
export const migration: Migration = {
  at: 1763800000002,
  name: 'add-party-sale',
  up: `CREATE TABLE IF NOT EXISTS party_sale (
    party_kind ${ascii(9)} NOT NULL,
    party_id ${id} NOT NULL,
    ordered_at DATETIME(3) NOT NULL,
    channel_id ${id} NOT NULL,
    order_id ${id} NOT NULL,
    line_no INT NOT NULL,
    share ${ascii(16)} NOT NULL,
    state ${ascii(9)} NOT NULL,
    estimated_fen BIGINT NOT NULL,
    settled_fen BIGINT NOT NULL DEFAULT 0,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (party_kind, party_id, ordered_at, channel_id, order_id, line_no))`,
};
