import type { Migration } from '@chuanliu/database/migration';

/**
 * A person's identity, for tax reports, and how often the payee changed. Revision 0 is a row from before payees were
 * announced: the next write announces it, whatever it says.
 */
export const identifyPayees: Migration = {
  at: 1763800000106,
  name: 'identify-payees',
  up: `ALTER TABLE payee
    ADD COLUMN id_type VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN sealed_id_number VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN id_number_ending VARCHAR(4) NULL,
    ADD COLUMN revision INT NOT NULL DEFAULT 0`,
};
