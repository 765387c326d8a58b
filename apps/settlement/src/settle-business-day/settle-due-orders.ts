import { Injectable } from '@nestjs/common';
import type { BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { inOrderOfKey, type OrderId } from '../storage/order-id';
import { lockOrders } from '../storage/order-life';
import { lockRun, setPhase, type RunCursor, type SettlementRun } from '../storage/settlement-runs';
import { StepSizes } from '../step-sizes';
import { SettleOrders } from './settle-orders';

type DueOrder = OrderId & { dueOn: BusinessDate };

/** Settles the orders that are due, some at a time, in the order of (due day, order). */
@Injectable()
export class SettleDueOrders {
  constructor(
    private readonly database: Database,
    private readonly settleOrders: SettleOrders,
    private readonly sizes: StepSizes,
    private readonly clock: Clock,
  ) {}

  /** Settles some orders; when none is left, the run goes on to post. */
  async step(runId: string): Promise<void> {
    await this.database.transaction(async tx => {
      const run = await lockRun(tx, runId);
      if (run?.phase !== 'settling') return;
      if (run.ordersDue === null) await countDue(tx, run);
      const due = await dueOrdersAfter(tx, run.businessDate, run.cursor, this.sizes.orders);
      if (due.length === 0) return setPhase(tx, runId, 'posting', this.clock.now());
      const { lines, settledFen } = await this.settleOrders.run(tx, run, await lockOrders(tx, inOrderOfKey(due)));
      const last = due.at(-1)!;
      await tx.execute(
        `UPDATE settlement_run SET cursor_due_on = ?, cursor_order_id = ?, cursor_channel_id = ?,
           orders_done = orders_done + ?, line_count = line_count + ?, settled_fen = settled_fen + ?,
           updated_at = ? WHERE run_id = ?`,
        [
          ...[last.dueOn, last.orderId, last.channelId, due.length, lines, settledFen],
          ...[toColumn(this.clock.now()), runId],
        ],
      );
    });
  }
}

/** For people who wait. Orders that are settled by whoever touches them are counted here and not among those done. */
async function countDue(tx: Tx, { runId, businessDate }: SettlementRun): Promise<void> {
  await tx.execute(
    `UPDATE settlement_run SET orders_due = (SELECT COUNT(*) FROM order_life WHERE is_open = 1 AND due_on <= ?)
     WHERE run_id = ?`,
    [businessDate, runId],
  );
}

/**
 * The next orders behind the cursor. Not locked: they are locked afterwards in the order of their key, as everybody does,
 * and looked at again. No order enters the list after the cut that is not late for the run.
 *
 * Asked for in two parts, so that each begins in the index where the cursor stands: whatever was settled before lies there
 * still, deleted, for as long as somebody may read it.
 */
async function dueOrdersAfter(
  tx: Tx,
  businessDate: BusinessDate,
  cursor: RunCursor | null,
  limit: number,
): Promise<DueOrder[]> {
  if (cursor === null) return dueOrders(tx, 'due_on <= ?', [businessDate], limit);
  const { dueOn, orderId, channelId } = cursor;
  const sameDay = await dueOrders(
    tx,
    'due_on = ? AND order_id >= ? AND (order_id > ? OR channel_id > ?)',
    [dueOn, orderId, orderId, channelId],
    limit,
  );
  if (sameDay.length === limit) return sameDay;
  const later = await dueOrders(tx, 'due_on > ? AND due_on <= ?', [dueOn, businessDate], limit - sameDay.length);
  return [...sameDay, ...later];
}

async function dueOrders(tx: Tx, which: string, parameters: unknown[], limit: number): Promise<DueOrder[]> {
  const rows = await tx.query<{ due_on: BusinessDate; order_id: string; channel_id: string }>(
    `SELECT due_on, order_id, channel_id FROM order_life
     WHERE is_open = 1 AND ${which} ORDER BY is_open, due_on, order_id, channel_id LIMIT ?`,
    [...parameters, limit],
  );
  return rows.map(row => ({ dueOn: row.due_on, orderId: row.order_id, channelId: row.channel_id }));
}
