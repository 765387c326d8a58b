import type { Migration } from '@chuanliu/database/migration';

/** What people did to the books: who, when, what, to what, and why. Never updated; each digest covers the one before. */
export const addAuditEntry: Migration = {
  at: 1763800000040,
  name: 'add-audit-entry',
  up: `CREATE TABLE IF NOT EXISTS audit_entry (
    entry_no BIGINT NOT NULL PRIMARY KEY,
    at DATETIME(3) NOT NULL,
    client_id VARCHAR(64) NOT NULL,
    person_id VARCHAR(64) NULL,
    role VARCHAR(20) NOT NULL,
    action VARCHAR(64) NOT NULL,
    subject_kind VARCHAR(32) NOT NULL,
    subject_id VARCHAR(200) NOT NULL,
    reason VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    facts TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    digest BINARY(32) NOT NULL,
    KEY of_subject (subject_kind, subject_id, entry_no)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
