import type { DataOf } from '@chuanliu/contracts/define-event';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type {
  AdjustmentState,
  appealAdjustmentChanged,
} from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { amountFor, type AdjustmentLine } from '../domain/adjustment';
import type { HeardAppeal } from '../storage/appeals';

interface Adjustment {
  adjustmentId: string;
  lines: readonly AdjustmentLine[];
}

/** What the others are told of an adjustment that makes an appeal good. */
export function adjustmentOfAppeal(
  { appealId, channelId, orderId, lineNo, party }: HeardAppeal,
  { adjustmentId, lines }: Adjustment,
  state: AdjustmentState,
  changedAt: UtcInstant,
): { data: DataOf<typeof appealAdjustmentChanged> } {
  const line = { channelId, orderId, lineNo };
  return { data: { appealId, ...line, adjustmentId, state, amountFen: amountFor(party, lines), changedAt } };
}
