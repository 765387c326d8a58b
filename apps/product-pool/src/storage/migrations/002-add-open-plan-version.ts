import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addOpenPlanVersion: Migration = {
  at: 1763800000202,
  name: 'add-open-plan-version',
  up: `CREATE TABLE IF NOT EXISTS open_plan_version (
    product_id ${ID} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    commission_bps SMALLINT NULL,
    assist_bps SMALLINT NULL,
    min_reputation SMALLINT NULL,
    written_at DATETIME(3) NOT NULL,
    PRIMARY KEY (product_id, effective_from))`,
};
