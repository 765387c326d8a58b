import type { Tx } from '@chuanliu/database/tx';
import { toColumn } from '@chuanliu/database/instant';
import { keyTuple, LINE_KEY, type LineKey } from './line-key';

/** Sales that a fact concerns: those of one pick, brand or promoter, or all brought by promoters, ordered in [from, to). */
export interface ConcernedSales {
  of: { column: 'pick_id' | 'brand_id' | 'promoter_id'; id: string } | 'every-promoter';
  from: string;
  /** null: without an end. */
  to: string | null;
}

const SPANS_A_STATEMENT = 200;

/** Notes every line that a fact concerns; each is found by a key of the table of sales. */
export async function enqueueConcerned(tx: Tx, concerned: readonly ConcernedSales[]): Promise<number> {
  let enqueued = 0;
  for (let start = 0; start < concerned.length; start += SPANS_A_STATEMENT) {
    const conditions: string[] = [];
    const parameters: unknown[] = [];
    for (const { of, from, to } of concerned.slice(start, start + SPANS_A_STATEMENT)) {
      const party = of === 'every-promoter' ? 'promoter_id IS NOT NULL' : `${of.column} = ?`;
      conditions.push(`(${party} AND ordered_at >= ?${to === null ? '' : ' AND ordered_at < ?'})`);
      if (of !== 'every-promoter') parameters.push(of.id);
      parameters.push(toColumn(from), ...(to === null ? [] : [toColumn(to)]));
    }
    const columns = LINE_KEY.join(', ');
    const { affectedRows } = await tx.execute(
      `INSERT IGNORE INTO due_line (${columns}) SELECT ${columns} FROM sale WHERE ${conditions.join(' OR ')}`,
      parameters,
    );
    enqueued += affectedRows;
  }
  return enqueued;
}

/**
 * Some of the lines that are due, in key order, held until the transaction ends: a fact that concerns one of them
 * meanwhile waits, and then notes it again.
 */
export async function takeDueLines(tx: Tx, most: number): Promise<LineKey[]> {
  const rows = await tx.query<{ order_id: string; channel_id: string; line_no: number }>(
    `SELECT ${LINE_KEY.join(', ')} FROM due_line ORDER BY ${LINE_KEY.join(', ')} LIMIT ? FOR UPDATE`,
    [most],
  );
  return rows.map(row => ({ orderId: row.order_id, channelId: row.channel_id, lineNo: row.line_no }));
}

/** @param keys at most 500 */
export async function deleteDueLines(tx: Tx, keys: readonly LineKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.execute(`DELETE FROM due_line WHERE (${LINE_KEY.join(', ')}) IN (?)`, [keys.map(keyTuple)]);
}
