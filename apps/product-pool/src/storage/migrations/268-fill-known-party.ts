import type { Migration } from '@chuanliu/database/migration';

export const fillKnownParty: Migration = {
  at: 1763800000268,
  name: 'fill-known-party',
  // Agencies under contract; of the others, and of recruiters, partners tells again once (see its readme).
  up: `INSERT IGNORE INTO known_party (party_kind, party_id) SELECT DISTINCT 'agency', agency_id FROM agency_contract`,
};
