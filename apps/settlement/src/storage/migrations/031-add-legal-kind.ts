import type { Migration } from '@chuanliu/database/migration';

/** Whether a promoter or recruiter is a person or a company, from an instant on; a recruiter's holds from the beginning of time. */
export const addLegalKind: Migration = {
  at: 1763800000031,
  name: 'add-legal-kind',
  up: `CREATE TABLE IF NOT EXISTS legal_kind (
    party_kind VARCHAR(16) NOT NULL,
    party_id VARCHAR(64) NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    revision INT NOT NULL,
    PRIMARY KEY (party_kind, party_id, effective_from)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
