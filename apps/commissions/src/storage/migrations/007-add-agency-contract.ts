import type { Migration } from '@chuanliu/database/migration';
import { id } from './columns';

/** A promoter works under an agency over [from_at, to_at). */
export const migration: Migration = {
  at: 1763800000007,
  name: 'add-agency-contract',
  up: `CREATE TABLE IF NOT EXISTS agency_contract (
    promoter_id ${id} NOT NULL,
    from_at DATETIME(3) NOT NULL,
    to_at DATETIME(3) NULL,
    agency_id ${id} NOT NULL,
    agency_bps INT NOT NULL,
    revision INT NOT NULL,
    PRIMARY KEY (promoter_id, from_at))`,
};
