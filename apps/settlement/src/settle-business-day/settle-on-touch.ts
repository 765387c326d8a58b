import { Injectable } from '@nestjs/common';
import type { Tx } from '@chuanliu/database/tx';
import type { BooksState } from '../storage/books-state';
import type { OrderId } from '../storage/order-id';
import { lockOrders } from '../storage/order-life';
import { SettleOrders } from './settle-orders';

/**
 * Keeps a run's cut while sales go on: whoever is about to change orders first settles those of them that are due in the
 * run under way, as they were at its cut. What is written afterwards is marked as late for that run (order_life.late_run).
 */
@Injectable()
export class SettleOnTouch {
  constructor(private readonly settleOrders: SettleOrders) {}

  /** @param orders in the order of their key; they stay locked until the transaction ends */
  async before(tx: Tx, state: BooksState, orders: readonly OrderId[]): Promise<void> {
    if (state.openRun === null) return;
    // A run begins by sealing its day, and no other run begins before it ends.
    const run = { runId: state.openRun, businessDate: state.sealedThrough! };
    const { lines, settledFen } = await this.settleOrders.run(tx, run, await lockOrders(tx, orders));
    if (lines === 0) return;
    await tx.execute('INSERT INTO settled_on_touch (run_id, line_count, settled_fen) VALUES (?, ?, ?)', [
      run.runId,
      lines,
      settledFen,
    ]);
  }
}
