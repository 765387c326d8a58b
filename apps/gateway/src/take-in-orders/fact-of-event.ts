import type { DataOf } from '@chuanliu/contracts/define-event';
import type { orderEventTakenIn, PaymentFact, RefundFact } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { hashesOf } from '../admit-webhooks/canonical-hash';
import type { ChannelEvent, OrderPaid, OrderRefunded } from './order-event.shapes';

export type TakenInEvent = DataOf<typeof orderEventTakenIn>;

/**
 * A channel's event as the system keeps it: instants in UTC, defaults filled in, the buyer replaced by a key.
 *
 * @param event well-formed, exactly as it was received: its hashes are taken before anything is replaced.
 */
export function factOfEvent(channelId: string, event: ChannelEvent, buyerKeyOf: (id: string) => string): TakenInEvent {
  return {
    channelId,
    orderId: event.type === 'order-paid' ? event.order.orderId : event.orderId,
    eventId: event.eventId,
    type: event.type,
    occurredAt: toUtcInstant(event.occurredAt),
    ...hashesOf(event),
    payment: event.type === 'order-paid' ? paymentOf(event.order, buyerKeyOf) : null,
    refund: event.type === 'order-refunded' ? refundOf(event.refund) : null,
  };
}

function paymentOf(order: OrderPaid['order'], buyerKeyOf: (id: string) => string): PaymentFact {
  return {
    brandId: order.brandId,
    buyerKey: order.buyerId === undefined ? null : buyerKeyOf(order.buyerId),
    orderedAt: toUtcInstant(order.orderedAt),
    paidAt: toUtcInstant(order.paidAt),
    channel: order.payment.channel,
    transactionId: order.payment.transactionId,
    freightFen: order.payment.freightFen ?? 0,
    lines: order.lines.map(({ lineNo, productId, quantity, paidFen, platformSubsidyFen = 0, scene }) => ({
      lineNo,
      productId,
      quantity,
      paidFen,
      platformSubsidyFen,
      scene: {
        surface: scene.surface,
        accountId: scene.accountId ?? null,
        contentId: scene.contentId ?? null,
        promotionCode: scene.promotionCode ?? null,
        tag: scene.tag ?? null,
      },
    })),
  };
}

function refundOf(refund: OrderRefunded['refund']): RefundFact {
  const { refundId, lineNo, refundFen, subsidyFen = 0, freightFen = 0, reason = null, transactionId = null } = refund;
  return { refundId, lineNo, refundFen, subsidyFen, freightFen, reason, transactionId };
}
