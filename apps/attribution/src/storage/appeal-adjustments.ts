import type { DataOf } from '@chuanliu/contracts/define-event';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type {
  AdjustmentState,
  appealAdjustmentChanged,
} from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { fen, type Fen } from '@chuanliu/money/fen';
import type { Reader } from './reader';

/** The adjustment of the books that makes an appeal good. */
export interface AppealAdjustment {
  adjustmentId: string;
  state: AdjustmentState;
  /** What the party that appealed gets by it; below 0: loses. */
  amountFen: Fen;
}

const COLUMNS = ['appeal_id', 'adjustment_id', 'state', 'amount_fen', 'changed_at'];

/**
 * An adjustment is decided once: a decision stays, whenever its proposal is heard of.
 * @param now since when the appeals show it: whoever pulled before must find them among what changed
 */
export async function saveAppealAdjustments(
  tx: Tx,
  adjustments: ReadonlyArray<DataOf<typeof appealAdjustmentChanged>>,
  now: UtcInstant,
): Promise<void> {
  const rows = adjustments
    .map(it => [it.appealId, it.adjustmentId, it.state, it.amountFen, toColumn(it.changedAt)])
    .sort();
  await insertRows(tx, 'appeal_adjustment', COLUMNS, rows, {
    // The state last: the instant still sees the one that the row had.
    onDuplicate: `changed_at = IF(state = 'proposed', VALUES(changed_at), changed_at),
      state = IF(state = 'proposed', VALUES(state), state)`,
  });
  const appealIds = [...new Set(adjustments.map(it => it.appealId))].sort();
  await tx.execute('UPDATE appeal SET updated_at = GREATEST(updated_at, ?) WHERE appeal_id IN (?)', [
    toColumn(now),
    appealIds,
  ]);
}

/**
 * Which states are told to whom. Staff see an adjustment from its proposal on; the party when it is approved, since until
 * then nobody has promised it anything.
 */
export const statesTold = (toParty: boolean): AdjustmentState[] => (toParty ? ['approved'] : ['proposed', 'approved']);

/** By appeal; those that no adjustment in one of these states makes good are left out. */
export async function adjustmentsOfAppeals(
  reader: Reader,
  appealIds: readonly string[],
  states: readonly AdjustmentState[],
): Promise<Map<string, AppealAdjustment>> {
  if (appealIds.length === 0) return new Map();
  const rows = await reader.query<{
    appeal_id: string;
    adjustment_id: string;
    state: AdjustmentState;
    amount_fen: number;
  }>(
    `SELECT appeal_id, adjustment_id, state, amount_fen FROM appeal_adjustment
     WHERE appeal_id IN (?) AND state IN (?) ORDER BY adjustment_id`,
    [appealIds, states],
  );
  // The last one, while it is not heard yet that those before it were rejected.
  return new Map(
    rows.map(row => [
      row.appeal_id,
      { adjustmentId: row.adjustment_id, state: row.state, amountFen: fen(row.amount_fen) },
    ]),
  );
}
