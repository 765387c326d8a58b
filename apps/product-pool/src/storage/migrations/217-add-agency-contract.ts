import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addAgencyContract: Migration = {
  at: 1763800000217,
  name: 'add-agency-contract',
  up: `CREATE TABLE IF NOT EXISTS agency_contract (
    promoter_id ${ID} NOT NULL,
    holds_from DATETIME(3) NOT NULL,
    holds_to DATETIME(3) NULL,
    agency_id ${ID} NOT NULL,
    agency_bps SMALLINT NOT NULL,
    revision INT NOT NULL,
    PRIMARY KEY (promoter_id, holds_from))`,
};
