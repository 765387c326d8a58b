import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

const TEXT = 'VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

/** What parties say against a decision, and what came of it. Ids are in the order in which appeals were filed. */
export const addAppeal: Migration = {
  at: 1760100000080,
  name: 'add-appeal',
  up: `CREATE TABLE IF NOT EXISTS appeal (
    appeal_id ${ascii(64)} NOT NULL PRIMARY KEY,
    order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    line_no INT NOT NULL,
    party_kind ${ascii(16)} NOT NULL,
    party_id ${ascii(64)} NOT NULL,
    said ${TEXT} NOT NULL,
    state ${ascii(16)} NOT NULL,
    filed_at ${INSTANT} NOT NULL,
    due_at ${INSTANT} NOT NULL,
    resolved_at ${INSTANT} NULL,
    resolved_by ${ascii(64)} NULL,
    reason ${TEXT} NULL,
    revision INT NOT NULL,
    updated_at ${INSTANT} NOT NULL,
    KEY by_line (order_id, channel_id, line_no),
    KEY by_party (party_id, party_kind, appeal_id),
    KEY by_state (state, appeal_id))`,
};
