import type { Migration } from '@chuanliu/database/migration';
import { ascii, ID } from './columns';

/** Where a party wants to be told, and of what. Its ids are time-ordered. */
export const addWebhook: Migration = {
  at: 1763800000701,
  name: 'add-webhook',
  up: `CREATE TABLE IF NOT EXISTS webhook (
    webhook_id ${ID} NOT NULL PRIMARY KEY,
    party_kind ${ascii(9)} NOT NULL,
    party_id ${ID} NOT NULL,
    url ${ascii(2000)} NOT NULL,
    events TEXT NOT NULL,
    state ${ascii(8)} NOT NULL,
    disabled_because ${ascii(16)} NULL,
    failing_since DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    KEY by_party (party_kind, party_id, webhook_id))`,
};
