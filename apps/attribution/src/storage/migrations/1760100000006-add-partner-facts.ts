import type { Migration } from '@chuanliu/database/migration';
import { ascii, BUYER_KEY, INSTANT } from './column-types';

const table = (at: number, name: string, columns: string): Migration => ({
  at,
  name: `add-${name.replaceAll('_', '-')}`,
  up: `CREATE TABLE IF NOT EXISTS ${name} (${columns})`,
});

/** Dated facts of the partners service, one row a version; what a version leaves out is NULL. */
export const addPartnerFacts: Migration[] = [
  table(
    1760100000010,
    'account_version',
    `account_id ${ascii(64)} NOT NULL, effective_from ${INSTANT} NOT NULL,
     owner_kind ${ascii(8)} NOT NULL, owner_id ${ascii(64)} NOT NULL,
     PRIMARY KEY (account_id, effective_from), KEY by_owner (owner_id, owner_kind)`,
  ),
  table(
    1760100000011,
    'brand_version',
    `brand_id ${ascii(64)} NOT NULL, effective_from ${INSTANT} NOT NULL, shop_score INT NULL,
     PRIMARY KEY (brand_id, effective_from)`,
  ),
  table(
    1760100000012,
    'promoter_version',
    `promoter_id ${ascii(64)} NOT NULL, effective_from ${INSTANT} NOT NULL, reputation INT NULL,
     PRIMARY KEY (promoter_id, effective_from)`,
  ),
  table(
    1760100000013,
    'promoter_buyer_key',
    `promoter_id ${ascii(64)} NOT NULL, buyer_key ${BUYER_KEY} NOT NULL, PRIMARY KEY (promoter_id, buyer_key)`,
  ),
  table(
    1760100000014,
    'suspension',
    `promoter_id ${ascii(64)} NOT NULL, suspension_id ${ascii(64)} NOT NULL,
     suspended_from ${INSTANT} NOT NULL, suspended_to ${INSTANT} NULL, revision INT NOT NULL,
     PRIMARY KEY (promoter_id, suspension_id)`,
  ),
  table(
    1760100000015,
    'policy_version',
    `policy ${ascii(16)} NOT NULL, effective_from ${INSTANT} NOT NULL, fields TEXT NOT NULL,
     PRIMARY KEY (policy, effective_from)`,
  ),
];
