import type { Migration } from '@chuanliu/database/migration';

/** The one row of audit_head: no entries, and 32 zero bytes for the first digest to cover. */
export const beginWithAnEmptyAuditLog: Migration = {
  at: 1763800000042,
  name: 'begin-with-an-empty-audit-log',
  up: `INSERT IGNORE INTO audit_head (id, entries, digest) VALUES (1, 0, REPEAT(CHAR(0), 32))`,
};
