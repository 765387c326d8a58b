import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';

/** Makes it due to announce the picks that a condition finds. @returns how many became due */
export async function announceLater(tx: Tx, picksWhere: string, parameters: unknown[]): Promise<number> {
  const found = await tx.query<{ pick_id: string }>(
    `SELECT pick_id FROM pick WHERE ${picksWhere} ORDER BY pick_id`,
    parameters,
  );
  await insertRows(
    tx,
    'due_pick',
    ['pick_id'],
    found.map(row => [row.pick_id]),
    { onDuplicate: 'pick_id = VALUES(pick_id)' },
  );
  return found.length;
}
