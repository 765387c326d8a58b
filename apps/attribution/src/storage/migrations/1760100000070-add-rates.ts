import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

/**
 * What the split of a sale depends on, so that a simulation can say what another decision is worth. A pick's terms are
 * NULL, and a brand's fee too, where they were told before this and have not been since.
 */
export const addRates: Migration[] = [
  {
    at: 1760100000070,
    name: 'add-terms-of-pick',
    // Whole, as JSON: they are told whole and read whole.
    up: 'ALTER TABLE pick ADD COLUMN terms MEDIUMTEXT NULL',
  },
  {
    at: 1760100000071,
    name: 'add-fee-of-brand',
    up: 'ALTER TABLE brand_version ADD COLUMN tech_fee_bps INT NULL',
  },
  {
    at: 1760100000072,
    name: 'add-agency-contract',
    up: `CREATE TABLE IF NOT EXISTS agency_contract (
      promoter_id ${ascii(64)} NOT NULL,
      from_at ${INSTANT} NOT NULL,
      to_at ${INSTANT} NULL,
      agency_id ${ascii(64)} NOT NULL,
      agency_bps INT NOT NULL,
      revision INT NOT NULL,
      PRIMARY KEY (promoter_id, from_at))`,
  },
];
