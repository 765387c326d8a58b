import type { Migration } from '@chuanliu/database/migration';
import { ascii, INSTANT } from './column-types';

const KEY = `order_id ${ascii(64)} NOT NULL,
    channel_id ${ascii(64)} NOT NULL,
    line_no INT NOT NULL`;
const JSON_TEXT = 'MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin';

export const letLinesSettle: Migration[] = [
  /** Of a settled line: the revision whose decision was settled, the river mark that it had, and what came too late. */
  {
    at: 1760100000130,
    name: 'let-lines-settle',
    up: `ALTER TABLE line ADD COLUMN settled ${JSON_TEXT} NULL`,
  },
  /** Decisions that were announced and are not the line's any more, by the last revision that told them. Few lines have any. */
  {
    at: 1760100000131,
    name: 'add-earlier-decision',
    up: `CREATE TABLE IF NOT EXISTS earlier_decision (
    ${KEY},
    through_revision INT NOT NULL,
    decision ${JSON_TEXT} NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no, through_revision))`,
  },
  /** Decisions that came after their line was settled, by the revision that told them first. */
  {
    at: 1760100000132,
    name: 'add-late-decision',
    up: `CREATE TABLE IF NOT EXISTS late_decision (
    ${KEY},
    revision INT NOT NULL,
    decision ${JSON_TEXT} NOT NULL,
    told_at ${INSTANT} NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no, revision))`,
  },
  /** Lines that settlement took and whose rows do not say so yet; one that is not due waits for its payment. */
  {
    at: 1760100000133,
    name: 'add-settled-line',
    up: `CREATE TABLE IF NOT EXISTS settled_line (
    ${KEY},
    decision_revision INT NOT NULL,
    is_due TINYINT NOT NULL,
    PRIMARY KEY (order_id, channel_id, line_no),
    KEY by_due (is_due, order_id, channel_id, line_no))`,
  },
];
