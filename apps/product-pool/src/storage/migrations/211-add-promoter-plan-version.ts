import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addPromoterPlanVersion: Migration = {
  at: 1763800000211,
  name: 'add-promoter-plan-version',
  // Plans with one promoter: directed and exclusive ones of a product, shop-directed ones of a brand (the subject).
  up: `CREATE TABLE IF NOT EXISTS promoter_plan_version (
    kind ${WORD} NOT NULL,
    subject_id ${ID} NOT NULL,
    promoter_id ${ID} NOT NULL,
    effective_from DATETIME(3) NOT NULL,
    version_no INT NOT NULL,
    commission_bps SMALLINT NULL,
    assist_bps SMALLINT NULL,
    min_reputation SMALLINT NULL,
    agency_id ${ID} NULL,
    ended TINYINT NOT NULL,
    told_at DATETIME(3) NOT NULL,
    rate_lock_days SMALLINT NOT NULL,
    imported TINYINT NOT NULL,
    PRIMARY KEY (kind, subject_id, promoter_id, effective_from),
    KEY by_promoter (promoter_id, kind, subject_id))`,
};
