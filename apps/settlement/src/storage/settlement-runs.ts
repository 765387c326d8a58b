import type { BusinessDate, UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import type { RunFault } from './run-faults';

/**
 * What a run does next: settle orders, some at a time; post their sums and make the statements; seal days. A dry run only
 * previews.
 */
export type RunPhase = 'settling' | 'posting' | 'sealing' | 'previewing' | 'done';

/** The last order that a run looked at. */
export interface RunCursor {
  dueOn: BusinessDate;
  orderId: string;
  channelId: string;
}

export interface SettlementRun {
  runId: string;
  businessDate: BusinessDate;
  isDry: boolean;
  phase: RunPhase;
  cursor: RunCursor | null;
  /** Orders that were due at the cut; null until they are counted. */
  ordersDue: number | null;
  ordersDone: number;
  lines: number;
  settledFen: number;
  statements: number;
  begunAt: UtcInstant;
  doneAt: UtcInstant | null;
  /** When it last moved on, or failed to. */
  updatedAt: UtcInstant;
  /** Why it stands still; null while it moves on, and once it is done. */
  fault: RunFault | null;
}

interface RunRow {
  run_id: string;
  business_date: BusinessDate;
  settles: BusinessDate | null;
  phase: RunPhase;
  cursor_due_on: BusinessDate | null;
  cursor_order_id: string | null;
  cursor_channel_id: string | null;
  orders_due: number | null;
  orders_done: number;
  line_count: number;
  settled_fen: number;
  statement_count: number;
  begun_at: string;
  done_at: string | null;
  updated_at: string;
  fault_at: string | null;
  fault_detail: string | null;
}

const COLUMNS = `run_id, business_date, settles, phase, cursor_due_on, cursor_order_id, cursor_channel_id,
  orders_due, orders_done, line_count, settled_fen, statement_count, begun_at, done_at,
  COALESCE(updated_at, done_at, begun_at) AS updated_at, fault_at, fault_detail`;

const runOf = (row: RunRow): SettlementRun => ({
  runId: row.run_id,
  businessDate: row.business_date,
  isDry: row.settles === null,
  phase: row.phase,
  cursor:
    row.cursor_due_on === null
      ? null
      : { dueOn: row.cursor_due_on, orderId: row.cursor_order_id!, channelId: row.cursor_channel_id! },
  ordersDue: row.orders_due,
  ordersDone: row.orders_done,
  lines: row.line_count,
  settledFen: row.settled_fen,
  statements: row.statement_count,
  begunAt: fromColumn(row.begun_at),
  doneAt: fromColumn(row.done_at),
  updatedAt: fromColumn(row.updated_at),
  fault:
    row.fault_at === null || row.phase === 'done' ? null : { at: fromColumn(row.fault_at), detail: row.fault_detail! },
});

type Reads = Pick<Tx, 'query'>;

export async function readRun(reads: Reads, runId: string): Promise<SettlementRun | undefined> {
  const [row] = await reads.query<RunRow>(`SELECT ${COLUMNS} FROM settlement_run WHERE run_id = ?`, [runId]);
  return row && runOf(row);
}

/** Whoever works on a run holds its row: several instances take turns, and none does what another has done. */
export async function lockRun(tx: Tx, runId: string): Promise<SettlementRun | undefined> {
  const [row] = await tx.query<RunRow>(`SELECT ${COLUMNS} FROM settlement_run WHERE run_id = ? FOR UPDATE`, [runId]);
  return row && runOf(row);
}

/** The run that settles this day, or has settled it. */
export async function runOfDay(reads: Reads, day: BusinessDate): Promise<SettlementRun | undefined> {
  const [row] = await reads.query<RunRow>(`SELECT ${COLUMNS} FROM settlement_run WHERE settles = ?`, [day]);
  return row && runOf(row);
}

/** Runs that are under way, dry ones as well: at most one at a time. */
export async function unfinishedRuns(reads: Reads): Promise<SettlementRun[]> {
  const rows = await reads.query<RunRow>(
    `SELECT ${COLUMNS} FROM settlement_run WHERE phase <> 'done' ORDER BY begun_at, run_id`,
  );
  return rows.map(runOf);
}

/** Runs, newest first. @param after the last one of the page before */
export async function listRuns(
  reads: Reads,
  { updatedFrom }: { updatedFrom?: UtcInstant | undefined },
  after: { begunAt: UtcInstant; runId: string } | undefined,
  limit: number,
): Promise<SettlementRun[]> {
  const conditions: Array<[string, ...unknown[]]> = [['TRUE']];
  if (updatedFrom !== undefined)
    conditions.push(['COALESCE(updated_at, done_at, begun_at) >= ?', toColumn(updatedFrom)]);
  if (after) {
    const begunAt = toColumn(after.begunAt);
    conditions.push(['(begun_at < ? OR (begun_at = ? AND run_id < ?))', begunAt, begunAt, after.runId]);
  }
  const rows = await reads.query<RunRow>(
    `SELECT ${COLUMNS} FROM settlement_run WHERE ${conditions.map(([condition]) => condition).join(' AND ')}
     ORDER BY begun_at DESC, run_id DESC LIMIT ?`,
    [...conditions.flatMap(([, ...values]) => values), limit],
  );
  return rows.map(runOf);
}

export interface NewRun {
  runId: string;
  businessDate: BusinessDate;
  isDry: boolean;
  begunBy: string;
  begunAt: UtcInstant;
}

export async function addRun(tx: Tx, run: NewRun): Promise<void> {
  const { runId, businessDate, isDry, begunBy, begunAt } = run;
  await tx.execute(
    `INSERT INTO settlement_run (run_id, business_date, settles, phase, begun_by, begun_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[runId, businessDate, isDry ? null : businessDate, isDry ? 'previewing' : 'settling', begunBy],
      ...[toColumn(begunAt), toColumn(begunAt)],
    ],
  );
}

export async function setPhase(tx: Tx, runId: string, phase: RunPhase, at: UtcInstant): Promise<void> {
  await tx.execute('UPDATE settlement_run SET phase = ?, updated_at = ? WHERE run_id = ?', [
    phase,
    toColumn(at),
    runId,
  ]);
}
