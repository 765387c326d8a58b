import type { Migration } from '@chuanliu/database/migration';

/** Versions of the policies that settlement follows; fields as they were written, those left out missing. */
export const addPolicyVersion: Migration = {
  at: 1763800000014,
  name: 'add-policy-version',
  up: `CREATE TABLE IF NOT EXISTS policy_version (
    policy VARCHAR(20) NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (policy, effective_from)
  ) CHARACTER SET ascii COLLATE ascii_bin`,
};
