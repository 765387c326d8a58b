import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { isSameDecision, type Decision } from '../domain/sale';
import { byKey, saleId, type LateDecision, type LineAtWork, type LineId, type RiverMarks } from './line';
import { readInParts } from './read-in-parts';
import type { Reader } from './reader';

const KEY = ['order_id', 'channel_id', 'line_no'];
const KEY_LIST = KEY.join(', ');
const NAMED = 'order_id AS orderId, channel_id AS channelId, line_no AS lineNo';

const keyOf = ({ orderId, channelId, lineNo }: LineId) => [orderId, channelId, lineNo];

/** A line that settlement took, by the revision of attribution whose decision it settled. */
export interface SettledLine extends LineId {
  decisionRevision: number;
}

/** A decision that was announced once, with the river mark that the line had. */
export interface EarlierDecision {
  throughRevision: number;
  decision: Decision;
  returned: RiverMarks['returned'];
}

/** Notes lines that were settled, as due; a line is settled once, so that what is known stays. */
export async function noteSettled(tx: Tx, lines: readonly SettledLine[]): Promise<void> {
  const rows = [...lines].sort(byKey).map(line => [...keyOf(line), line.decisionRevision, 1]);
  await insertRows(tx, 'settled_line', [...KEY, 'decision_revision', 'is_due'], rows, { onDuplicate: 'is_due = 1' });
}

/** Some of those that are due, in key order, not locked: lines are always locked before what is told of them. */
export const dueSettled = (tx: Tx, most: number): Promise<LineId[]> =>
  tx.query<LineId>(`SELECT ${NAMED} FROM settled_line WHERE is_due = 1 ORDER BY is_due, ${KEY_LIST} LIMIT ?`, [most]);

/** Which of these are still due, locked. @param lines in key order */
export const lockDueSettled = (tx: Tx, lines: readonly LineId[]): Promise<SettledLine[]> =>
  readInParts<SettledLine>(
    tx,
    `SELECT ${NAMED}, decision_revision AS decisionRevision FROM settled_line
     WHERE (${KEY_LIST}) IN (?) AND is_due = 1 FOR UPDATE`,
    lines.map(keyOf),
  );

/** @param lines at most 500 */
export async function forgetSettled(tx: Tx, lines: readonly LineId[]): Promise<void> {
  if (lines.length > 0) await tx.execute(`DELETE FROM settled_line WHERE (${KEY_LIST}) IN (?)`, [lines.map(keyOf)]);
}

/** These lines are not known, or not as settled: they wait until something is heard of their order. @param lines at most 500 */
export async function letSettledWait(tx: Tx, lines: readonly LineId[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.execute(`UPDATE settled_line SET is_due = 0 WHERE (${KEY_LIST}) IN (?)`, [lines.map(keyOf)]);
}

/** Keeps the announced decisions that these lines leave. */
export async function saveEarlierDecisions(tx: Tx, lines: readonly LineAtWork[]): Promise<void> {
  const rows = lines.flatMap(({ stored, line }) => {
    if (!stored || stored.line.revision === 0 || isSameDecision(stored.line.decision, line.decision)) return [];
    const { decision, river, revision } = stored.line;
    return [[...keyOf(line.facts), revision, JSON.stringify({ decision, returned: river.returned })]];
  });
  await insertRows(tx, 'earlier_decision', [...KEY, 'through_revision', 'decision'], rows, {
    onDuplicate: takeNew('decision'),
  });
}

/** The decisions that these lines had before, by line (saleId), oldest first. */
export async function earlierDecisions(tx: Tx, lines: readonly LineId[]): Promise<Map<string, EarlierDecision[]>> {
  const rows = await readInParts<LineId & { throughRevision: number; decision: string }>(
    tx,
    `SELECT ${NAMED}, through_revision AS throughRevision, decision FROM earlier_decision
     WHERE (${KEY_LIST}) IN (?) ORDER BY ${KEY_LIST}, through_revision`,
    lines.map(keyOf),
  );
  const earlier = new Map<string, EarlierDecision[]>();
  for (const { throughRevision, decision, ...line } of rows) {
    const one = { throughRevision, ...(JSON.parse(decision) as Omit<EarlierDecision, 'throughRevision'>) };
    const ofLine = earlier.get(saleId(line));
    if (ofLine) ofLine.push(one);
    else earlier.set(saleId(line), [one]);
  }
  return earlier;
}

/** Keeps, for explanations, the decisions that came too late for these lines. */
export async function saveLateDecisions(tx: Tx, lines: readonly LineAtWork[]): Promise<void> {
  const now = toColumn(new Date().toISOString());
  const rows = lines.flatMap(({ stored, line }) => {
    const late = line.settled?.late;
    if (!late || stored?.line.settled?.late?.revision === late.revision) return [];
    return [[...keyOf(line.facts), late.revision, JSON.stringify(late.decision), now]];
  });
  await insertRows(tx, 'late_decision', [...KEY, 'revision', 'decision', 'told_at'], rows, { ignore: true });
}

/** The decisions that came too late for an order's lines, by line and revision. */
export async function lateDecisionsOf(
  reader: Reader,
  channelId: string,
  orderId: string,
): Promise<Array<LateDecision & { lineNo: number }>> {
  const rows = await reader.query<{ line_no: number; revision: number; decision: string }>(
    'SELECT line_no, revision, decision FROM late_decision WHERE order_id = ? AND channel_id = ? ORDER BY line_no, revision',
    [orderId, channelId],
  );
  return rows.map(row => ({
    lineNo: row.line_no,
    revision: row.revision,
    decision: JSON.parse(row.decision) as Decision,
  }));
}
