import type { OrderEvent } from '@chuanliu/client';
import { brandAccount, brandOfInvoice, productOf, promoterAccount, type Product } from './alliance';
import { penceOf, type InvoiceRow } from './invoice-rows';

/** A refund waits for this order, which was paid before the files begin. */
const unknownOrder = (row: InvoiceRow): string => `before.${row.customer || 'unknown'}.${row.invoice}`;

interface SoldLine {
  orderId: string;
  lineNo: number;
  leftFen: number;
}

export interface Replay {
  /** Order events in the order of the files; `order-paid` without codes, which are known once picks are. */
  events: OrderEvent[];
  products: Map<string, Product>;
  /** Rows that are neither a sale nor a cancellation: stock corrections with a negative quantity. */
  leftOut: number;
  unmatchedRefunds: number;
}

type PaidEvent = Extract<OrderEvent, { type: 'order-paid' }>;
type Scene = PaidEvent['order']['lines'][number]['scene'];

/** `2010-12-01 08:26:00` → the same wall clock in Shanghai. */
const shanghai = (date: string): string => `${date.replace(' ', 'T')}+08:00`;

/**
 * Turns invoices into order events: pence are fen, an invoice is an order, its rows are lines; brand and promoter follow
 * from hashes. A cancellation (`C…`) refunds the same customer's latest earlier line of that product which has enough
 * left; one that finds none becomes a refund of an order that was never seen, and waits.
 * @param receivedAfterDays a receipt so many days after each order; null for none
 */
export function eventsOf(rows: readonly InvoiceRow[], receivedAfterDays: number | null): Replay {
  const replay: Replay = { events: [], products: new Map(), leftOut: 0, unmatchedRefunds: 0 };
  const sold = new Map<string, SoldLine[]>();
  for (const invoice of byInvoice(rows)) {
    const first = invoice[0]!;
    if (first.invoice.startsWith('C')) cancel(replay, sold, invoice);
    else sell(replay, sold, invoice, receivedAfterDays);
  }
  return replay;
}

function* byInvoice(rows: readonly InvoiceRow[]): Generator<InvoiceRow[]> {
  const invoices = new Map<string, InvoiceRow[]>();
  for (const row of rows) {
    const lines = invoices.get(row.invoice);
    if (lines) lines.push(row);
    else invoices.set(row.invoice, [row]);
  }
  yield* invoices.values();
}

const soldKey = (row: InvoiceRow): string => `${row.customer}/${row.stockCode}`;

function sell(
  replay: Replay,
  sold: Map<string, SoldLine[]>,
  invoice: InvoiceRow[],
  receivedAfterDays: number | null,
): void {
  const first = invoice[0]!;
  const brandId = brandOfInvoice(first.invoice);
  const lines = invoice.filter(row => row.quantity > 0);
  replay.leftOut += invoice.length - lines.length;
  if (lines.length === 0) return;
  const at = shanghai(first.date);
  const orderLines = lines.map((row, i) => {
    const product = known(
      replay,
      productOf(brandId, row.stockCode, row.title, Math.floor(Math.abs(row.unitMilliPence) / 1_000)),
    );
    const paidFen = penceOf(row);
    const line: SoldLine = { orderId: first.invoice, lineNo: i + 1, leftFen: paidFen };
    if (row.customer) sold.set(soldKey(row), [...(sold.get(soldKey(row)) ?? []), line]);
    return { lineNo: i + 1, productId: product.productId, quantity: row.quantity, paidFen, scene: sceneOf(product) };
  });
  replay.events.push({
    eventId: `paid.${first.invoice}`,
    type: 'order-paid',
    occurredAt: at,
    order: {
      orderId: first.invoice,
      ...(first.customer ? { buyerId: first.customer } : {}),
      brandId,
      orderedAt: at,
      paidAt: at,
      payment: { channel: 'wechat', transactionId: `tx-${first.invoice}` },
      lines: orderLines,
    },
  });
  if (receivedAfterDays === null) return;
  const received = new Date(Date.parse(at) + receivedAfterDays * 86_400_000).toISOString();
  replay.events.push({
    eventId: `received.${first.invoice}`,
    type: 'order-received',
    occurredAt: received,
    orderId: first.invoice,
  });
}

function cancel(replay: Replay, sold: Map<string, SoldLine[]>, invoice: InvoiceRow[]): void {
  invoice.forEach((row, i) => {
    const refundFen = penceOf(row);
    const line = row.customer ? sold.get(soldKey(row))?.findLast(one => one.leftFen >= refundFen) : undefined;
    if (line) line.leftFen -= refundFen;
    else replay.unmatchedRefunds++;
    const refundId = `${row.invoice}.${i + 1}`;
    replay.events.push({
      eventId: `refund.${refundId}`,
      type: 'order-refunded',
      occurredAt: shanghai(row.date),
      orderId: line?.orderId ?? unknownOrder(row),
      refund: { refundId, lineNo: line?.lineNo ?? 1, refundFen, reason: 'cancelled', transactionId: `tx-${refundId}` },
    });
  });
}

function known(replay: Replay, product: Product): Product {
  const before = replay.products.get(product.productId);
  if (before) return before;
  replay.products.set(product.productId, product);
  return product;
}

/** Where the purchase was made; a carried code is filled in once its pick is known. */
function sceneOf(product: Product): Scene {
  switch (product.way) {
    case 'carried-code':
      return { surface: 'link', tag: 'replay' };
    case 'promoter-stream':
      return { surface: 'live', accountId: promoterAccount(product.promoterId) };
    case 'brand-stream':
      return { surface: 'live', accountId: brandAccount(product.brandId) };
    case 'organic':
      return { surface: 'search' };
  }
}
