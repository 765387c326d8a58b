import type { Migration } from '@chuanliu/database/migration';
import { ID, WORD } from './columns';

export const addSampleStep: Migration = {
  at: 1763800000261,
  name: 'add-sample-step',
  // What was announced of a sample, one row a revision: written once, never changed.
  up: `CREATE TABLE IF NOT EXISTS sample_step (
    sample_id ${ID} NOT NULL,
    revision INT NOT NULL,
    step ${WORD} NOT NULL,
    state ${WORD} NOT NULL,
    taken_at DATETIME(3) NOT NULL,
    written_at DATETIME(3) NOT NULL,
    taken_by ${WORD} NOT NULL,
    reason VARCHAR(500) NULL,
    PRIMARY KEY (sample_id, revision))`,
};
