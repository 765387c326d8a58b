import type { Tx } from '@chuanliu/database/tx';
import type { Position } from '@chuanliu/messaging/between-slices';

/** The consumer group whose slices write to the ledger: a cut is where it stands. */
export const CONSUMER = 'settlement';

export async function saveCut(tx: Tx, runId: string, cut: readonly Position[]): Promise<void> {
  await tx.execute('UPDATE settlement_run SET cut = ? WHERE run_id = ?', [JSON.stringify(cut), runId]);
}

/** Null for a dry run that has not looked yet, and for runs from before cuts were kept. */
export async function cutOf(reads: Pick<Tx, 'query'>, runId: string): Promise<Position[] | null> {
  const [row] = await reads.query<{ cut: string | null }>('SELECT cut FROM settlement_run WHERE run_id = ?', [runId]);
  return row?.cut ? (JSON.parse(row.cut) as Position[]) : null;
}
