import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

const id = ascii(64);
const ofLine = `ordered_at ${INSTANT} NOT NULL, order_id ${id} NOT NULL, channel_id ${id} NOT NULL, line_no INT NOT NULL`;
const KEY_OF_LINE = 'ordered_at, order_id, channel_id, line_no';

const table = (at: number, name: string, columns: string): Migration => ({
  at,
  name: `add-${name.replaceAll('_', '-')}`,
  up: `CREATE TABLE IF NOT EXISTS ${name} (${columns})`,
});

/**
 * What-if simulations. How far one has come stands in its own row and is written together with what was added up so far.
 * Ids are in the order in which simulations were asked for.
 */
export const addSimulation: Migration[] = [
  table(
    1760100000090,
    'simulation',
    `simulation_id ${id} NOT NULL PRIMARY KEY, from_at ${INSTANT} NOT NULL, to_at ${INSTANT} NOT NULL,
     policy TEXT NOT NULL, state ${ascii(16)} NOT NULL,
     asked_at ${INSTANT} NOT NULL, started_at ${INSTANT} NULL, finished_at ${INSTANT} NULL,
     lines_total BIGINT NULL, lines_done BIGINT NOT NULL, passed TEXT NULL,
     base_fen BIGINT NOT NULL, lines_without_touches BIGINT NOT NULL, lines_without_terms BIGINT NOT NULL,
     updated_at ${INSTANT} NOT NULL, KEY by_state (state, simulation_id)`,
  ),
  table(
    1760100000091,
    'simulation_change',
    `simulation_id ${id} NOT NULL, change_name ${ascii(40)} NOT NULL, line_count BIGINT NOT NULL, moved_fen BIGINT NOT NULL,
     PRIMARY KEY (simulation_id, change_name)`,
  ),
  table(
    1760100000092,
    'simulation_share',
    // The platform's shares have '' as party.
    `simulation_id ${id} NOT NULL, party_kind ${ascii(16)} NOT NULL, party_id ${id} NOT NULL, share ${ascii(20)} NOT NULL,
     lines_before BIGINT NOT NULL, lines_after BIGINT NOT NULL, before_fen BIGINT NOT NULL, after_fen BIGINT NOT NULL,
     PRIMARY KEY (simulation_id, party_kind, party_id, share)`,
  ),
  table(
    1760100000093,
    'simulation_line',
    `simulation_id ${id} NOT NULL, ${ofLine}, change_name ${ascii(40)} NOT NULL, brand_id ${id} NOT NULL,
     product_id ${id} NOT NULL, base_fen BIGINT NOT NULL, moved_fen BIGINT NOT NULL,
     divided_before MEDIUMTEXT NOT NULL, divided_after MEDIUMTEXT NOT NULL,
     PRIMARY KEY (simulation_id, ${KEY_OF_LINE})`,
  ),
  table(
    1760100000094,
    'simulation_move',
    `simulation_id ${id} NOT NULL, party_kind ${ascii(16)} NOT NULL, party_id ${id} NOT NULL, ${ofLine},
     moved_fen BIGINT NOT NULL, PRIMARY KEY (simulation_id, party_kind, party_id, ${KEY_OF_LINE})`,
  ),
];
