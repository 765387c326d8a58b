import type { Migration } from '@chuanliu/database/migration';
import { ID } from './columns';

export const addSampleLift: Migration = {
  at: 1763800000262,
  name: 'add-sample-lift',
  // Suspensions from samples follow from overdue samples and are stored nowhere; that an operator ended one is.
  up: `CREATE TABLE IF NOT EXISTS sample_lift (
    promoter_id ${ID} NOT NULL,
    lifted_at DATETIME(3) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    PRIMARY KEY (promoter_id, lifted_at))`,
};
