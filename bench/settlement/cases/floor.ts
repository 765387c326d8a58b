import type { Connection, RowDataPacket } from 'mysql2/promise';
import { endOfBusinessDay, type BusinessDate } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import { meter, type Used } from '../../measure/used';
import type { Stage } from './stage';
import { outcomeOf, serverCounters } from './stage';

export interface FloorResult extends Used {
  linesPerSecond: number;
  /** Seconds until all lines were noted; the rest is postings, statements and seals. */
  settlingSeconds: number;
  rowsWritten: number;
  outcome: Record<string, number>;
}

/** As many orders as the service settles in one transaction, and lines that it announces in one event. */
const ORDERS_A_STEP = 500;
const LINES_AN_EVENT = 200;
/** No process makes a series of posting ids below it, and the filled books have fewer. */
const FIRST_POSTING = 50_000_000;
/** Room for the lines of one event, and for the digests of one day. */
const LONGEST_TEXT = 1024 * 1024 * 1024;

/**
 * The same rows, written by bare SQL on one connection: no rule, no look at holds, cuts or newcomers, nothing read into a
 * program but where each step ends, nothing sent to anybody.
 * @throws when it does not come to what the service came to
 */
export async function runFloor(
  { options, servers, settlement, day }: Stage,
  wanted: Record<string, number>,
): Promise<FloorResult> {
  const { connection } = settlement;
  await takeBack(connection, day);
  await connection.query('SET SESSION group_concat_max_len = ?, SESSION tx_isolation = "READ-COMMITTED"', [
    LONGEST_TEXT,
  ]);
  const before = await serverCounters(connection);
  const end = meter(servers.participants);
  const runId = `floor-${day}`;
  await settle(connection, runId, day);
  const settlingSeconds = end().seconds;
  await post(connection, runId, day);
  await seal(connection, runId, day);
  const used = end();
  const after = await serverCounters(connection);
  const outcome = await outcomeOf(connection, runId);
  if (JSON.stringify(outcome) !== JSON.stringify(wanted))
    throw new Error(`the floor came to ${JSON.stringify(outcome)}, the service to ${JSON.stringify(wanted)}`);
  const rowsWritten = after.Handler_write - before.Handler_write;
  return { ...used, settlingSeconds, rowsWritten, linesPerSecond: options.lines / used.seconds, outcome };
}

/** Puts the tables back to where they were before the service's run. */
async function takeBack(connection: Connection, day: BusinessDate): Promise<void> {
  const runId = `run-${day}`;
  for (const table of ['statement_line', 'statement', 'day_seal', 'outbox'])
    await connection.query(`TRUNCATE ${table}`);
  await connection.query(
    'DELETE e FROM posting p JOIN posting_entry e ON e.posting_id = p.posting_id WHERE p.reference = ?',
    [runId],
  );
  await connection.query('DELETE FROM posting WHERE reference = ?', [runId]);
  await connection.query('DELETE FROM account_day WHERE booked_on = ?', [day]);
  await connection.query('UPDATE ledger_line SET settled_run = NULL');
  await connection.query('UPDATE order_life SET is_open = 1, freight_run = NULL');
  await connection.query('ANALYZE TABLE ledger_line, order_life, posting, posting_entry, statement_line');
}

async function settle(connection: Connection, runId: string, day: BusinessDate): Promise<void> {
  for (let after = ''; ;) {
    const [due] = await connection.query<RowDataPacket[]>(
      `SELECT MIN(order_id) AS first, MAX(order_id) AS last FROM (
         SELECT order_id FROM order_life WHERE is_open = 1 AND due_on = ? AND order_id > ?
         ORDER BY order_id LIMIT ${ORDERS_A_STEP}) AS step`,
      [day, after],
    );
    const { first, last } = due[0] as { first: string | null; last: string };
    if (first === null) return;
    await connection.beginTransaction();
    await connection.query(
      `INSERT INTO statement_line (run_id, account_id, order_id, channel_id, line_no, share, base_fen, amount_fen)
       SELECT ?, e.account_id, l.order_id, l.channel_id, IF(e.share = 'freight', 0, l.line_no) AS line, e.share,
         MAX(IF(e.share = 'freight', 0, l.base_fen)), -SUM(e.amount_fen)
       FROM ledger_line l
       JOIN posting p ON p.order_id = l.order_id AND p.channel_id = l.channel_id AND p.line_no = l.line_no
       JOIN posting_entry e ON e.posting_id = p.posting_id
       WHERE l.order_id BETWEEN ? AND ? AND e.share NOT IN ('tech-fee', 'promotion-fee')
       GROUP BY e.account_id, l.order_id, l.channel_id, line, e.share`,
      [runId, first, last],
    );
    await connection.query(
      `INSERT INTO outbox (event_id, shard, aggregate_type, aggregate_id, type, payload, headers, occurred_at)
       SELECT UNHEX(REPLACE(UUID(), '-', '')), 0, 'settlement.settlement-events', UUID(), 'lines-settled.v1',
         CONCAT('{"batchId":"', UUID(), '","runId":"', ?, '","businessDate":"', ?, '","lines":[', GROUP_CONCAT(told), ']}'),
         '{}', NOW(3)
       FROM (SELECT (ROW_NUMBER() OVER (ORDER BY order_id, line_no) - 1) DIV ${LINES_AN_EVENT} AS batch,
           CONCAT('{"channelId":"', channel_id, '","orderId":"', order_id, '","lineNo":', line_no,
             ',"decisionRevision":', decision_revision, ',"splitRevision":', split_revision, ',"basis":"', basis,
             '","baseFen":', base_fen, '}') AS told
         FROM ledger_line WHERE order_id BETWEEN ? AND ?) AS told_lines
       GROUP BY batch`,
      [runId, day, first, last],
    );
    await connection.query('UPDATE ledger_line SET settled_run = ? WHERE order_id BETWEEN ? AND ?', [
      runId,
      first,
      last,
    ]);
    await connection.query('UPDATE order_life SET is_open = 0, freight_run = ? WHERE order_id BETWEEN ? AND ?', [
      ...[runId, first, last],
    ]);
    await connection.query('UPDATE settlement_run SET cursor_order_id = ? WHERE run_id = ?', [last, `run-${day}`]);
    await connection.commit();
    after = last;
  }
}

/** One posting a party, its sums, and the statements: one transaction. Each `available` follows its `pending`. */
async function post(connection: Connection, runId: string, day: BusinessDate): Promise<void> {
  const at = toColumn(endOfBusinessDay(day));
  await connection.beginTransaction();
  await connection.query(
    `CREATE TEMPORARY TABLE settled AS
     SELECT ? + ROW_NUMBER() OVER (ORDER BY s.account_id) AS posting_id, s.account_id, a.name, s.fen, s.line_count FROM (
       SELECT account_id, SUM(amount_fen) AS fen, SUM(line_no > 0) AS line_count
       FROM statement_line WHERE run_id = ? GROUP BY account_id) s JOIN account a USING (account_id)`,
    [FIRST_POSTING, runId],
  );
  await connection.query(
    `INSERT INTO posting (posting_id, occurred_at, booked_on, cause, reference, digest)
     SELECT posting_id, ?, ?, 'settlement', ?, UNHEX(SHA2(CONCAT(posting_id, name, fen), 256)) FROM settled`,
    [at, day, runId],
  );
  await connection.query(
    `INSERT INTO posting_entry (posting_id, entry_no, account_id, share, amount_fen)
     SELECT posting_id, 1, account_id, NULL, fen FROM settled UNION ALL
     SELECT posting_id, 2, account_id + 1, NULL, -fen FROM settled ORDER BY 1, 2`,
  );
  await connection.query(
    `INSERT INTO account_day (account_id, booked_on, debit_fen, credit_fen)
     SELECT account_id, ?, fen, 0 FROM settled UNION ALL SELECT account_id + 1, ?, 0, fen FROM settled ORDER BY 1`,
    [day, day],
  );
  await connection.query(
    `INSERT INTO statement (statement_id, run_id, business_date, account_id, pending_account_id, party_kind, party_id,
       line_count, opening_fen, lines_fen, adjustments_fen, rebates_fen, bonuses_fen, manual_fen, payouts_fen,
       failed_payouts_fen, closing_fen, made_at)
     SELECT CONCAT('st-', ?, '-', account_id + 1), ?, ?, account_id + 1, account_id, SUBSTRING_INDEX(SUBSTRING_INDEX(name, ':', 2), ':', -1),
       SUBSTRING_INDEX(SUBSTRING_INDEX(name, ':', 3), ':', -1), line_count, 0, fen, 0, 0, 0, 0, 0, 0, fen, NOW(3) FROM settled`,
    [day, runId, day],
  );
  await connection.query('DROP TEMPORARY TABLE settled');
  await connection.commit();
}

/** A hash over each day's digests; not chained, and so not even the service's. */
async function seal(connection: Connection, runId: string, day: BusinessDate): Promise<void> {
  const [days] = await connection.query<RowDataPacket[]>('SELECT DATEDIFF(?, MIN(booked_on)) AS n FROM posting', [day]);
  for (let before = (days[0] as { n: number }).n; before >= 0; before--) {
    await connection.query(
      `INSERT INTO day_seal (day, hash, postings, sealed_by_run)
       SELECT CAST(? AS DATE) - INTERVAL ? DAY, COALESCE(SHA2(GROUP_CONCAT(digest ORDER BY posting_id SEPARATOR ''), 256), ''), COUNT(*), ?
       FROM posting WHERE booked_on = CAST(? AS DATE) - INTERVAL ? DAY`,
      [day, before, runId, day, before],
    );
  }
}
