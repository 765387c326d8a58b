import type { Migration } from '@chuanliu/database/migration';

/**
 * What a line was divided by when it was announced last (decision and rates, see domain/basis.ts), and what settlement
 * fixed: the basis, and the revision of the decision in it. `late_decision` is what attribution would decide by now of a
 * line that is settled. The column of frozen terms, which nothing ever wrote, goes.
 */
export const migration: Migration = {
  at: 1763800000011,
  name: 'let-sales-settle',
  up: `ALTER TABLE sale
    DROP COLUMN frozen_terms,
    ADD COLUMN late_decision MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN announced_basis MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN settled_basis MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN settled_decision_revision INT NULL`,
};
