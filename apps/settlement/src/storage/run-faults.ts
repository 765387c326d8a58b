import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { ListedException } from './listed-exception';

/** Why a run stands still: the fault on which its steps fail, since when. */
export interface RunFault {
  at: UtcInstant;
  detail: string;
}

/** Notes on which fault the run under way failed; the same one again stays as it was first noted. */
export async function noteFault(database: Database, { at, detail }: RunFault): Promise<void> {
  await database.write(
    `UPDATE settlement_run SET fault_at = ?, updated_at = ?, fault_detail = ?
     WHERE phase <> 'done' AND (fault_detail IS NULL OR fault_detail <> ?)`,
    [toColumn(at), toColumn(at), detail, detail],
  );
}

/** The run has moved on. */
export async function clearFault(database: Database, runId: string, at: UtcInstant): Promise<void> {
  await database.write(
    'UPDATE settlement_run SET fault_at = NULL, fault_detail = NULL, updated_at = ? WHERE run_id = ?',
    [toColumn(at), runId],
  );
}

const KIND = 'settlement/run-stands-still';

/** Runs that stand still, as exceptions: at most one, since runs are serial. It is of no order. */
export async function listRunsThatStandStill(
  database: Database,
  { kind = KIND, orderId }: { kind?: string; orderId?: string },
): Promise<ListedException[]> {
  if (kind !== KIND || orderId !== undefined) return [];
  const rows = await database.read<{ run_id: string; fault_at: string; fault_detail: string }>(
    `SELECT run_id, fault_at, fault_detail FROM settlement_run WHERE phase <> 'done' AND fault_at IS NOT NULL`,
  );
  return rows.map(row => ({
    id: `still-${row.run_id}`,
    kind: KIND,
    channelId: null,
    orderId: null,
    lineNo: null,
    detail: `${row.run_id}: ${row.fault_detail}`,
    occurredAt: fromColumn(row.fault_at),
    state: 'open',
    updatedAt: fromColumn(row.fault_at),
  }));
}
