import type { Migration } from '@chuanliu/database/migration';

/** One row: how many entries the audit log has, and the last one's digest. Whoever writes an entry locks it. */
export const addAuditHead: Migration = {
  at: 1763800000041,
  name: 'add-audit-head',
  up: `CREATE TABLE IF NOT EXISTS audit_head (
    id TINYINT NOT NULL PRIMARY KEY,
    entries BIGINT NOT NULL,
    digest BINARY(32) NOT NULL
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
