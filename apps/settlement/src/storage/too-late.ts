import { hash } from 'node:crypto';
import type { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { lineName, type LineId } from './ledger-lines';
import type { ListedException } from './listed-exception';
import { inLists } from './order-id';

/** A division that came after its line was settled by another. */
export interface TooLate extends LineId {
  decisionRevision: number;
  /** null: its split did not say. */
  basis: string | null;
  splitRevision: number;
  outcome: string;
}

/** Keeps what came too late, each decision and basis once. @returns those that were not known yet */
export async function saveTooLate(tx: Tx, lines: readonly TooLate[], now: string): Promise<TooLate[]> {
  const known = new Set<string>();
  for (const some of inLists(lines)) {
    const rows = await tx.query<TooLateRow>(
      `SELECT channel_id, order_id, line_no, decision_revision, basis FROM too_late
       WHERE (order_id, channel_id, line_no) IN (?)`,
      [some.map(line => [line.orderId, line.channelId, line.lineNo])],
    );
    for (const row of rows) known.add(nameOf(lineOf(row)));
  }
  const fresh = lines.filter(line => !known.has(nameOf(line)));
  await insertRows(
    tx,
    'too_late',
    [
      'order_id',
      'channel_id',
      'line_no',
      'decision_revision',
      'basis',
      'split_revision',
      'outcome',
      'told_at',
      'exception_id',
    ],
    fresh.map(line => [
      line.orderId,
      line.channelId,
      line.lineNo,
      line.decisionRevision,
      line.basis ?? '',
      line.splitRevision,
      line.outcome,
      toColumn(now),
      exceptionId(line),
    ]),
  );
  return fresh;
}

interface TooLateRow {
  channel_id: string;
  order_id: string;
  line_no: number;
  decision_revision: number;
  basis: string;
}

const lineOf = (row: TooLateRow): LineId & Pick<TooLate, 'decisionRevision' | 'basis'> => ({
  channelId: row.channel_id,
  orderId: row.order_id,
  lineNo: row.line_no,
  decisionRevision: row.decision_revision,
  basis: row.basis === '' ? null : row.basis,
});

const nameOf = (line: LineId & Pick<TooLate, 'decisionRevision' | 'basis'>): string =>
  `${lineName(line)} ${line.decisionRevision} ${line.basis ?? ''}`;

/** Names what came too late, for good: it is made of what it is about. */
const exceptionId = (line: LineId & Pick<TooLate, 'decisionRevision' | 'basis'>): string =>
  `late-${hash('sha256', nameOf(line)).slice(0, 32)}`;

/** What came too late for the lines of an order, as it was told. */
export async function tooLateOfOrder(
  database: Pick<Tx, 'query'>,
  channelId: string,
  orderId: string,
): Promise<Array<TooLate & { toldAt: string }>> {
  const rows = await database.query<TooLateRow & { split_revision: number; outcome: string; told_at: string }>(
    `SELECT channel_id, order_id, line_no, decision_revision, basis, split_revision, outcome, told_at FROM too_late
     WHERE order_id = ? AND channel_id = ? ORDER BY line_no, decision_revision, told_at, basis`,
    [orderId, channelId],
  );
  return rows.map(row => ({
    splitRevision: row.split_revision,
    outcome: row.outcome,
    toldAt: fromColumn(row.told_at),
    ...lineOf(row),
  }));
}

const KIND = 'settlement/too-late';

/** By (toldAt, id), those after `after`. */
export async function listTooLate(
  database: Database,
  { kind = KIND, orderId }: { kind?: string; orderId?: string },
  after: Pick<ListedException, 'occurredAt' | 'id'> | null,
  limit: number,
): Promise<ListedException[]> {
  if (kind !== KIND) return [];
  const conditions = ['1 = 1'];
  const parameters: unknown[] = [];
  if (orderId !== undefined) {
    conditions.push('order_id = ?');
    parameters.push(orderId);
  }
  if (after) {
    const at = toColumn(after.occurredAt);
    conditions.push('told_at >= ? AND (told_at > ? OR exception_id > ?)');
    parameters.push(at, at, after.id);
  }
  const rows = await database.read<TooLateRow & { outcome: string; told_at: string; exception_id: string }>(
    `SELECT channel_id, order_id, line_no, decision_revision, basis, outcome, told_at, exception_id FROM too_late
     WHERE ${conditions.join(' AND ')} ORDER BY told_at, exception_id LIMIT ?`,
    [...parameters, limit],
  );
  return rows.map(row => ({
    id: row.exception_id,
    kind: KIND,
    channelId: row.channel_id,
    orderId: row.order_id,
    lineNo: row.line_no,
    detail: `Decision ${row.decision_revision} (${row.outcome}) came after the line was settled by another, which stays in force`,
    occurredAt: fromColumn(row.told_at),
    state: 'open',
    updatedAt: fromColumn(row.told_at),
  }));
}
