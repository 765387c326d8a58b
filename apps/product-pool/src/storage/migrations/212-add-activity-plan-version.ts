import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addActivityPlanVersion: Migration = {
  at: 1763800000212,
  name: 'add-activity-plan-version',
  // kind is a word longer than the others' (exclusive-activity); promoters is a JSON list of those named, if any are.
  up: `CREATE TABLE IF NOT EXISTS activity_plan_version (
    product_id ${ID} NOT NULL,
    activity_id ${ID} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    version_no INT NOT NULL,
    kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    commission_bps SMALLINT NULL,
    assist_bps SMALLINT NULL,
    service_bps SMALLINT NULL,
    second_service_bps SMALLINT NULL,
    recruiter_id ${ID} NULL,
    second_recruiter_id ${ID} NULL,
    min_reputation SMALLINT NULL,
    promoters MEDIUMTEXT NULL,
    ends_at DATETIME(3) NULL,
    told_at DATETIME(3) NOT NULL,
    rate_lock_days SMALLINT NOT NULL,
    imported TINYINT NOT NULL,
    PRIMARY KEY (product_id, activity_id, effective_from))`,
};
