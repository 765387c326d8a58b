import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { inLists, keyText, keyTuple, LINE_KEY, type LineKey } from './line-key';

/** A hold laid on a line, or lifted. */
export interface ToldHold extends LineKey {
  holdRevision: number;
  isHeld: boolean;
}

/** A line that settlement took, by the digest of what it was divided by; null: the split named none. */
export interface ToldSettled extends LineKey {
  decisionRevision: number;
  digest: string | null;
}

const KEY = LINE_KEY.join(', ');

/** Keeps, of what is known and what is told, the hold of the greater revision. @param holds in key order */
export async function saveHolds(tx: Tx, holds: readonly ToldHold[]): Promise<void> {
  const rows = holds.map(hold => [...keyTuple(hold), hold.holdRevision, hold.isHeld ? 1 : 0]);
  await insertRows(tx, 'told_by_settlement', [...LINE_KEY, 'hold_revision', 'is_held'], rows, {
    onDuplicate: `is_held = IF(VALUES(hold_revision) > hold_revision, VALUES(is_held), is_held),
      hold_revision = GREATEST(hold_revision, VALUES(hold_revision))`,
  });
}

/** Notes that these lines were settled, as due. @param lines in key order */
export async function saveSettled(tx: Tx, lines: readonly ToldSettled[]): Promise<void> {
  const rows = lines.map(line => [...keyTuple(line), 1, 1, line.decisionRevision, line.digest]);
  const columns = ['is_settled', 'is_due', 'decision_revision', 'digest'];
  await insertRows(tx, 'told_by_settlement', [...LINE_KEY, ...columns], rows, { onDuplicate: takeNew(...columns) });
}

/** Some of the settled lines that are due, in key order, not locked: lines are always locked before what is told of them. */
export async function dueSettled(tx: Tx, most: number): Promise<LineKey[]> {
  const rows = await tx.query<{ order_id: string; channel_id: string; line_no: number }>(
    `SELECT ${KEY} FROM told_by_settlement WHERE is_due = 1 ORDER BY is_due, ${KEY} LIMIT ?`,
    [most],
  );
  return rows.map(row => ({ orderId: row.order_id, channelId: row.channel_id, lineNo: row.line_no }));
}

/** Which of these lines are settled and still due, locked. @param keys at most 500, in key order */
export async function lockDueSettled(tx: Tx, keys: readonly LineKey[]): Promise<Map<string, ToldSettled>> {
  const rows = await tx.query<ToldSettled>(
    `SELECT order_id AS orderId, channel_id AS channelId, line_no AS lineNo, decision_revision AS decisionRevision, digest
     FROM told_by_settlement WHERE (${KEY}) IN (?) AND is_due = 1 ORDER BY ${KEY} FOR UPDATE`,
    [keys.map(keyTuple)],
  );
  return new Map(rows.map(row => [keyText(row), row]));
}

/** Forgets that these lines were settled, once their rows say it; what is known of holds stays. */
export async function forgetSettled(tx: Tx, keys: readonly LineKey[]): Promise<void> {
  for (const some of inLists(keys)) {
    const tuples = some.map(keyTuple);
    await tx.execute(`DELETE FROM told_by_settlement WHERE (${KEY}) IN (?) AND hold_revision = 0`, [tuples]);
    await tx.execute(`UPDATE told_by_settlement SET is_settled = 0, is_due = 0 WHERE (${KEY}) IN (?)`, [tuples]);
  }
}

/** Lets settled lines be tried again, or wait until something is learned of them. */
export async function setSettledDue(tx: Tx, keys: readonly LineKey[], isDue: boolean): Promise<void> {
  for (const some of inLists(keys)) {
    await tx.execute(`UPDATE told_by_settlement SET is_due = ? WHERE (${KEY}) IN (?)`, [
      isDue ? 1 : 0,
      some.map(keyTuple),
    ]);
  }
}
