import type { DataOf } from '@chuanliu/contracts/define-event';
import type { orderPaid } from '@chuanliu/contracts/orders/order-paid.v1';
import type { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import type { orderRefunded } from '@chuanliu/contracts/orders/order-refunded.v1';
import type { Instant } from '../domain/order-fact';
import type { PaymentInForce } from '../domain/order-in-force';
import type { ChangedRefund } from '../domain/what-changed';
import type { OrderKey } from '../storage/order-key';

/** The payment in force, whole; null: the order counts as unpaid. */
export function paymentAnnouncement(
  { channelId, orderId }: OrderKey,
  orderRevision: number,
  payment: PaymentInForce | null,
): DataOf<typeof orderPaid> {
  if (!payment) return { channelId, orderId, orderRevision, payment: null, lines: [] };
  const { occurredAt, brandId, buyerKey, orderedAt, paidAt, channel, transactionId, freightFen } = payment;
  return {
    channelId,
    orderId,
    orderRevision,
    payment: { occurredAt, brandId, buyerKey, orderedAt, paidAt, channel, transactionId, freightFen },
    lines: [...payment.lines],
  };
}

export function refundsAnnouncement(
  { channelId, orderId }: OrderKey,
  orderRevision: number,
  refunds: readonly ChangedRefund[],
): DataOf<typeof orderRefunded> {
  return {
    channelId,
    orderId,
    orderRevision,
    refunds: refunds.map(
      ({ refundId, lineNo, occurredAt, refundFen, subsidyFen, freightFen, transactionId, withdrawn }) => ({
        refundId,
        lineNo,
        occurredAt,
        refundFen,
        subsidyFen,
        freightFen,
        transactionId,
        withdrawn,
      }),
    ),
  };
}

export function receiptAnnouncement(
  { channelId, orderId }: OrderKey,
  receiptRevision: number,
  receivedAt: Instant | null,
): DataOf<typeof orderReceived> {
  return { channelId, orderId, receiptRevision, receivedAt };
}
