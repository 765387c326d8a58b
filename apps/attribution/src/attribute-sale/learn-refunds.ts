import type { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import type { Tx } from '@chuanliu/database/tx';
import type { EventOf } from '@chuanliu/messaging/on-events';
import { appendTo } from '../storage/append-to';
import type { LineAtWork } from '../storage/line';
import { refundRowOf, refundsOfLine, type RefundRow } from '../storage/refund-row';
import { lockOrders, orderName, saveRefunds, type StoredOrder } from '../storage/stored-lines';

type Refunded = EventOf<typeof orderRefunded>['data'];

/**
 * Learns refunds: of each the greatest revision is in force. One whose payment is not known yet waits for it here.
 * @returns the lines that gained, lost or changed a refund, locked and ready to be derived
 */
export async function learnRefunds(
  tx: Tx,
  events: ReadonlyArray<EventOf<typeof orderRefunded>>,
): Promise<LineAtWork[]> {
  const orders = await lockOrders(
    tx,
    events.map(event => event.data),
  );
  const ofOrder = new Map<string, Refunded[]>();
  for (const { data } of events) appendTo(ofOrder, orderName(data.channelId, data.orderId), data);
  const learned: RefundRow[] = [];
  const lines: LineAtWork[] = [];
  for (const [name, announced] of ofOrder) {
    const order = orders.get(name)!;
    const news = newestRefunds(announced, order);
    learned.push(...news);
    lines.push(...withRefunds(order, news));
  }
  await saveRefunds(tx, learned);
  return lines;
}

/** The refunds that are news to this order. */
function newestRefunds(announced: readonly Refunded[], order: StoredOrder): RefundRow[] {
  const known = new Map(order.refunds.map(row => [row.refund_id, row.order_revision]));
  const news = new Map<string, RefundRow>();
  for (const data of announced) {
    for (const refund of data.refunds) {
      if (data.orderRevision <= (known.get(refund.refundId) ?? 0)) continue;
      known.set(refund.refundId, data.orderRevision);
      news.set(refund.refundId, refundRowOf(data, refund));
    }
  }
  return [...news.values()];
}

/** The order's lines that these refunds concern: those that they stand on now, and those that they stood on before. */
function withRefunds(order: StoredOrder, news: readonly RefundRow[]): LineAtWork[] {
  const changed = new Map(news.map(row => [row.refund_id, row]));
  const before = order.refunds.filter(row => changed.has(row.refund_id));
  const after = [...order.refunds.filter(row => !changed.has(row.refund_id)), ...news];
  const revisionOf = new Map<number, number>();
  for (const { refund_id, line_no } of [...before, ...news]) {
    const revision = changed.get(refund_id)!.order_revision;
    revisionOf.set(line_no, Math.max(revision, revisionOf.get(line_no) ?? 0));
  }
  return order.lines
    .filter(({ line }) => revisionOf.has(line.facts.lineNo))
    .map(({ stored, line }) => ({
      stored,
      line: {
        ...line,
        refunds: refundsOfLine(after, line.facts.lineNo),
        orderRevision: Math.max(line.orderRevision, revisionOf.get(line.facts.lineNo)!),
      },
    }));
}
