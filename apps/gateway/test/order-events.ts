import { randomUUID } from 'node:crypto';

/** A paid order of one line, as a channel writes it. */
export function aPaidOrder(changes: { orderId?: string; buyerId?: string; lines?: unknown[]; freightFen?: number }) {
  const { orderId = `o-${randomUUID()}`, buyerId, freightFen } = changes;
  return {
    eventId: `paid-${orderId}`.slice(0, 64),
    type: 'order-paid',
    occurredAt: '2026-11-06T20:00:03+08:00',
    order: {
      orderId,
      ...(buyerId === undefined ? {} : { buyerId }),
      brandId: 'br-1',
      orderedAt: '2026-11-06T20:00:00+08:00',
      paidAt: '2026-11-06T20:00:03.5+08:00',
      payment: { channel: 'wechat', transactionId: '4200001', ...(freightFen === undefined ? {} : { freightFen }) },
      lines: changes.lines ?? [aLine()],
    },
  };
}

export function aLine(changes: Record<string, unknown> = {}) {
  return { lineNo: 1, productId: 'p-1', quantity: 1, paidFen: 19_900, scene: { surface: 'live' }, ...changes };
}

export function aRefund({ orderId }: { orderId: string }) {
  return {
    eventId: `refund-${orderId}`,
    type: 'order-refunded',
    occurredAt: '2026-11-08T09:00:00Z',
    orderId,
    refund: { refundId: 'r-1', lineNo: 1, refundFen: 5_000 },
  };
}
