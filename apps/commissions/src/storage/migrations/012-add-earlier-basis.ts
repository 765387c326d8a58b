import type { Migration } from '@chuanliu/database/migration';
import { ascii, id } from './columns';

/**
 * What a line was divided by before it was announced otherwise: settlement may have taken the earlier one meanwhile, and
 * names it by its digest alone. Few lines have any.
 */
export const migration: Migration = {
  at: 1763800000012,
  name: 'add-earlier-basis',
  up: `CREATE TABLE IF NOT EXISTS earlier_basis (
    order_id ${id} NOT NULL,
    channel_id ${id} NOT NULL,
    line_no INT NOT NULL,
    digest ${ascii(43)} NOT NULL,
    basis MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no, digest))`,
};
