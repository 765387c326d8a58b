import type { Migration } from '@chuanliu/database/migration';
import { ascii, ID } from './columns';

/** What a party with webhooks was told of a sale last; nothing is kept for parties without. */
export const addToldSale: Migration = {
  at: 1763800000706,
  name: 'add-told-sale',
  up: `CREATE TABLE IF NOT EXISTS told_sale (
    order_id ${ID} NOT NULL,
    channel_id ${ID} NOT NULL,
    line_no INT NOT NULL,
    party_kind ${ascii(9)} NOT NULL,
    party_id ${ID} NOT NULL,
    revision INT NOT NULL,
    named TINYINT NOT NULL,
    state ${ascii(9)} NOT NULL,
    outcome ${ascii(16)} NOT NULL,
    share ${ascii(16)} NOT NULL,
    amount_fen BIGINT NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no, party_kind, party_id),
    KEY by_age (updated_at))`,
};
