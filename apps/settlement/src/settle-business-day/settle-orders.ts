import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LINES_AN_EVENT, linesSettled } from '@chuanliu/contracts/settlement/lines-settled.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { BusinessDate } from '@chuanliu/contracts/instants';
import type { Tx } from '@chuanliu/database/tx';
import { Outbox } from '@chuanliu/messaging/outbox';
import { IS_TO_SETTLE, SHARES_TO_SETTLE } from '../storage/shares-to-settle';
import { inLists, orderName, orderTuple } from '../storage/order-id';
import type { OrderLife } from '../storage/order-life';

/** A run that is under way. */
export interface RunUnderWay {
  runId: string;
  businessDate: BusinessDate;
}

/** What was settled: lines, and the sum of their bases. */
export interface SettledSum {
  lines: number;
  settledFen: number;
}

interface LineRow {
  order_id: string;
  channel_id: string;
  line_no: number;
  base_fen: number;
  basis: string | null;
  decision_revision: number;
  split_revision: number;
  is_held: number;
}

/**
 * Settles, of orders that are due, every line that is worth something and not held, and the freight: notes what each party
 * gets, and announces the lines. Balances do not move here; the run moves them at its end, all at once.
 */
@Injectable()
export class SettleOrders {
  constructor(private readonly outbox: Outbox) {}

  /** @param orders locked; those that are not due in this run, or changed after its cut, are left alone */
  async run(tx: Tx, run: RunUnderWay, orders: readonly OrderLife[]): Promise<SettledSum> {
    const sum = { lines: 0, settledFen: 0 };
    for (const some of inLists(orders.filter(order => isDueIn(run, order)))) {
      const settled = await this.settle(tx, run, some);
      sum.lines += settled.lines;
      sum.settledFen += settled.settledFen;
    }
    return sum;
  }

  /** @param orders at most 500 */
  private async settle(tx: Tx, run: RunUnderWay, orders: readonly OrderLife[]): Promise<SettledSum> {
    const keys = orders.map(orderTuple);
    const worth = await tx.query<LineRow>(
      `SELECT order_id, channel_id, line_no, base_fen, basis, decision_revision, split_revision, is_held FROM ledger_line
       WHERE (order_id, channel_id) IN (?) AND settled_run IS NULL AND base_fen > 0
       ORDER BY order_id, channel_id, line_no`,
      [keys],
    );
    const settled = worth.filter(line => line.is_held === 0);
    const held = new Set(worth.filter(line => line.is_held === 1).map(nameOfOrder));
    await noteShares(tx, run.runId, keys);
    if (settled.length > 0) {
      await noteNewcomers(tx, run.runId, keys);
      await tx.execute(
        `UPDATE ledger_line SET settled_run = ?
         WHERE (order_id, channel_id) IN (?) AND settled_run IS NULL AND base_fen > 0 AND is_held = 0`,
        [run.runId, keys],
      );
      await this.announce(tx, run, settled);
    }
    await close(tx, run.runId, orders.filter(order => !held.has(orderName(order))).map(orderTuple), 0);
    await close(tx, run.runId, orders.filter(order => held.has(orderName(order))).map(orderTuple), 1);
    return { lines: settled.length, settledFen: settled.reduce((sum, line) => sum + line.base_fen, 0) };
  }

  private async announce(tx: Tx, { runId, businessDate }: RunUnderWay, settled: readonly LineRow[]): Promise<void> {
    const events: Array<{ data: DataOf<typeof linesSettled> }> = [];
    for (let start = 0; start < settled.length; start += LINES_AN_EVENT) {
      const lines = settled.slice(start, start + LINES_AN_EVENT).map(line => ({
        channelId: line.channel_id,
        orderId: line.order_id,
        lineNo: line.line_no,
        decisionRevision: line.decision_revision,
        splitRevision: line.split_revision,
        basis: line.basis,
        baseFen: line.base_fen,
      }));
      events.push({ data: { batchId: randomUUID(), runId, businessDate, lines } });
    }
    await this.outbox.add(tx, linesSettled, events);
  }
}

const isDueIn = ({ runId, businessDate }: RunUnderWay, order: OrderLife): boolean =>
  order.isOpen && order.dueOn !== null && order.dueOn <= businessDate && order.lateRun !== runId;

const nameOfOrder = (row: LineRow) => orderName({ orderId: row.order_id, channelId: row.channel_id });

/**
 * Of every line that is settled now, and of the freight of every order whose freight was not: what the ledger holds of it
 * for each party. All of that lies on `pending` accounts, since nothing of it was settled before.
 */
async function noteShares(tx: Tx, runId: string, keys: ReadonlyArray<[string, string]>): Promise<void> {
  await tx.execute(
    `INSERT INTO statement_line (run_id, account_id, order_id, channel_id, line_no, share, base_fen, amount_fen)
     SELECT ?, e.account_id, p.order_id, p.channel_id, IF(e.share = 'freight', 0, p.line_no), e.share,
       MAX(IF(e.share = 'freight', 0, l.base_fen)), -SUM(e.amount_fen)
     FROM ${SHARES_TO_SETTLE} AND (o.order_id, o.channel_id) IN (?)
     GROUP BY e.account_id, p.order_id, p.channel_id, IF(e.share = 'freight', 0, p.line_no), e.share
     HAVING SUM(e.amount_fen) <> 0`,
    [runId, keys],
  );
}

/** The lines of newcomers are kept with their bases as they were settled; the run portions the quota out at its end. */
async function noteNewcomers(tx: Tx, runId: string, keys: ReadonlyArray<[string, string]>): Promise<void> {
  // Most runs have none, and need not look at every line for them.
  const newcomers = await tx.query('SELECT 1 FROM run_newcomer WHERE run_id = ? LIMIT 1', [runId]);
  if (newcomers.length === 0) return;
  await tx.execute(
    `INSERT INTO newcomer_rebate
       (order_id, channel_id, line_no, run_id, brand_id, received_at, settled_base_fen, tech_fee_bps)
     SELECT l.order_id, l.channel_id, l.line_no, n.run_id, l.brand_id, o.received_at, l.base_fen, l.tech_fee_bps
     FROM ledger_line l
     JOIN run_newcomer n ON n.run_id = ? AND n.brand_id = l.brand_id
     JOIN order_life o ON o.order_id = l.order_id AND o.channel_id = l.channel_id
     WHERE (l.order_id, l.channel_id) IN (?) AND ${IS_TO_SETTLE}`,
    [runId, keys],
  );
}

async function close(tx: Tx, runId: string, keys: ReadonlyArray<[string, string]>, isOpen: 0 | 1): Promise<void> {
  if (keys.length === 0) return;
  await tx.execute(
    `UPDATE order_life SET freight_run = COALESCE(freight_run, ?), is_open = ? WHERE (order_id, channel_id) IN (?)`,
    [runId, isOpen, keys],
  );
}
