import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { inLists, keyTuple, LINE_KEY, type LineKey } from './line-key';

/** Counts these lines as waiting for the terms of their pick. */
export async function saveWaiting(tx: Tx, lines: readonly LineKey[]): Promise<void> {
  await insertRows(tx, 'waiting_line', LINE_KEY, lines.map(keyTuple), { ignore: true });
}

export async function deleteWaiting(tx: Tx, lines: readonly LineKey[]): Promise<void> {
  for (const some of inLists(lines)) {
    await tx.execute(`DELETE FROM waiting_line WHERE (${LINE_KEY.join(', ')}) IN (?)`, [some.map(keyTuple)]);
  }
}
