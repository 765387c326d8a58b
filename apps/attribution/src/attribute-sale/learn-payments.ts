import type { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { EventOf } from '@chuanliu/messaging/on-events';
import { fen, ZERO } from '@chuanliu/money/fen';
import { NO_MARKS, type LineAtWork, type LineFacts } from '../storage/line';
import { refundsOfLine } from '../storage/refund-row';
import { lockOrders, orderName, type StoredOrder } from '../storage/stored-lines';

type Paid = EventOf<typeof orderPaid>['data'];
type Payment = NonNullable<Paid['payment']>;

const UNDECIDED = { outcome: 'organic' as const, promoterId: null, pickId: null, candidates: [], assistantIds: [] };

/**
 * Learns payments: of each order the greatest revision is in force. A line that it lacks stays, without amounts.
 * @returns the lines of the orders that learned something, locked and ready to be derived
 */
export async function learnPayments(tx: Tx, events: ReadonlyArray<EventOf<typeof orderPaid>>): Promise<LineAtWork[]> {
  const newest = new Map<string, Paid>();
  for (const { data } of events) {
    const name = orderName(data.channelId, data.orderId);
    if (data.orderRevision > (newest.get(name)?.orderRevision ?? 0)) newest.set(name, data);
  }
  const orders = await lockOrders(tx, [...newest.values()]);
  const lines: LineAtWork[] = [];
  const withdrawn: unknown[][] = [];
  for (const [name, paid] of newest) {
    const order = orders.get(name)!;
    if (paid.orderRevision <= knownRevision(order)) continue;
    if (paid.payment === null && order.lines.length === 0) {
      withdrawn.push([paid.orderId, paid.channelId, paid.orderRevision]);
    }
    for (const line of paid.payment ? paidLines(order, paid, paid.payment) : absentLines(order.lines, paid))
      lines.push(line);
  }
  // Without a line to note it on, a withdrawal is kept apart: the payment that it takes back may still be on its way.
  await insertRows(tx, 'withdrawn_payment', ['order_id', 'channel_id', 'order_revision'], withdrawn, {
    onDuplicate: 'order_revision = GREATEST(order_revision, VALUES(order_revision))',
  });
  return lines;
}

const knownRevision = (order: StoredOrder): number =>
  order.lines.reduce((known, { line }) => Math.max(known, line.facts.paymentRevision), order.withdrawnAt);

function paidLines(order: StoredOrder, paid: Paid, payment: Payment): LineAtWork[] {
  const header = headerOf(paid, payment);
  const firstLineNo = paid.lines.reduce((least, line) => Math.min(least, line.lineNo), Infinity);
  const known = new Map(order.lines.map(work => [work.line.facts.lineNo, work]));
  const lines = paid.lines.map(({ scene, quantity: _, ...line }): LineAtWork => {
    const facts: LineFacts = {
      lineNo: line.lineNo,
      present: true,
      freightFen: line.lineNo === firstLineNo ? payment.freightFen : 0,
      productId: line.productId,
      paidFen: fen(line.paidFen),
      platformSubsidyFen: fen(line.platformSubsidyFen),
      surface: scene.surface,
      accountId: scene.accountId,
      promotionCode: scene.promotionCode,
      tag: scene.tag,
      ...header,
    };
    const before = known.get(line.lineNo);
    known.delete(line.lineNo);
    return before ? caughtUp(before, facts) : newLine(order, facts);
  });
  return [...lines, ...absentLines([...known.values()], paid, header)];
}

const headerOf = (paid: Paid, payment: Payment) => ({
  channelId: paid.channelId,
  orderId: paid.orderId,
  paymentRevision: paid.orderRevision,
  paymentOccurredAt: payment.occurredAt,
  brandId: payment.brandId,
  buyerKey: payment.buyerKey,
  orderedAt: payment.orderedAt,
  paidAt: payment.paidAt,
  paymentChannel: payment.channel,
  transactionId: payment.transactionId,
});

/** Lines that the payment in force lacks. They follow its header; a withdrawn payment leaves the last one known. */
function absentLines(lines: readonly LineAtWork[], paid: Paid, header: Partial<LineFacts> = {}): LineAtWork[] {
  return lines.map(work =>
    caughtUp(work, {
      ...work.line.facts,
      ...header,
      paymentRevision: paid.orderRevision,
      present: false,
      freightFen: 0,
      paidFen: ZERO,
      platformSubsidyFen: ZERO,
    }),
  );
}

const caughtUp = ({ stored, line }: LineAtWork, facts: LineFacts): LineAtWork => ({
  stored,
  line: { ...line, facts, orderRevision: Math.max(line.orderRevision, facts.paymentRevision) },
});

/** A line seen for the first time; refunds of it may have been known before. */
function newLine(order: StoredOrder, facts: LineFacts): LineAtWork {
  const revisions = order.refunds.filter(row => row.line_no === facts.lineNo).map(row => row.order_revision);
  return {
    stored: null,
    line: {
      facts,
      refunds: refundsOfLine(order.refunds, facts.lineNo),
      decision: UNDECIDED,
      settled: null,
      touches: null,
      river: NO_MARKS,
      orderRevision: Math.max(facts.paymentRevision, ...revisions),
      revision: 0,
    },
  };
}
