import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addKnownParty: Migration = {
  at: 1763800000267,
  name: 'add-known-party',
  // Recruiters and agencies, whom plans name; promoters and brands have tables of their own.
  up: `CREATE TABLE IF NOT EXISTS known_party (
    party_kind ${WORD} NOT NULL,
    party_id ${ID} NOT NULL,
    PRIMARY KEY (party_kind, party_id))`,
};
