import type { Migration } from '@chuanliu/database/migration';
import { ascii, id } from './columns';

/** Whoever may have sales: a list of an unknown party is refused, not empty. */
export const migration: Migration = {
  at: 1763800000008,
  name: 'add-party',
  up: `CREATE TABLE IF NOT EXISTS party (
    party_kind ${ascii(9)} NOT NULL,
    party_id ${id} NOT NULL,
    PRIMARY KEY (party_kind, party_id))`,
};
