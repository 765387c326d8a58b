import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, RowDataPacket } from 'mysql2/promise';

const LOOK_EVERY_MS = 50;
const LOOK_FOR_MARKS_EVERY_MS = 500;
const PATIENCE_MS = 20 * 60_000;

/** A run that was followed to its end. */
export interface FollowedRun {
  /** From when it was followed. */
  seconds: number;
  /** Seconds in each phase; exact to some 50 ms. */
  phases: Record<string, number>;
  lines: number;
  statements: number;
}

/** Waits until a run is done. @throws after twenty minutes */
export async function followRun(connection: Connection, runId: string): Promise<FollowedRun> {
  const begin = performance.now();
  const phases: Record<string, number> = {};
  let since = begin;
  let phase = 'settling';
  for (;;) {
    const row = await lookAt(connection, runId);
    const now = performance.now();
    if (row.phase !== phase) {
      phases[phase] = (now - since) / 1_000;
      [phase, since] = [row.phase, now];
    }
    if (phase === 'done')
      return { seconds: (now - begin) / 1_000, phases, lines: row.line_count, statements: row.statement_count };
    if (now - begin > PATIENCE_MS) throw new Error(`the run is still ${phase} after twenty minutes`);
    await sleep(LOOK_EVERY_MS);
  }
}

/**
 * Waits until the lines of these orders are marked as settled in another service's table. It looks from where it got to:
 * lines are marked nearly in the order of their keys, so that looking costs little.
 * @returns seconds from when it was asked @throws after twenty minutes
 */
export async function followMarks(
  connection: Connection,
  { table, column }: { table: string; column: string },
  [first, last]: [string, string],
): Promise<number> {
  const begin = performance.now();
  for (let unmarked = first; ;) {
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT order_id AS id FROM ${table} WHERE order_id BETWEEN ? AND ? AND ${column} IS NULL ORDER BY order_id LIMIT 1`,
      [unmarked, last],
    );
    const now = performance.now();
    if (rows.length === 0) return (now - begin) / 1_000;
    if (now - begin > PATIENCE_MS) throw new Error(`lines are still to be marked in ${table} after twenty minutes`);
    unmarked = (rows[0] as { id: string }).id;
    await sleep(LOOK_FOR_MARKS_EVERY_MS);
  }
}

async function lookAt(connection: Connection, runId: string) {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT phase, line_count, statement_count FROM settlement_run WHERE run_id = ?',
    [runId],
  );
  return rows[0] as { phase: string; line_count: number; statement_count: number };
}
