import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { PaidLineFact } from '../gateway/order-event-taken-in.v1';
import { Closed, FenAmount, Id, Nullable, Sha256, Utc } from '../shapes';
import { topics } from '../topics';

/**
 * The payment of an order that is in force, whole. Announced again, with a greater `orderRevision`, when another
 * payment of the order takes its place. `payment: null` and no lines: the event that carried it lost its eventId to a
 * smaller one, so the order counts as unpaid.
 */
export const orderPaid = defineEvent({
  stream: topics.orderEvents.name,
  type: 'order-paid.v1',
  key: order => order.orderId,
  keyName: 'orderId',
  title: 'An order was paid; this is the payment in force',
  data: Closed({
    channelId: Id,
    orderId: Id,
    /** 1, 2, 3 …: counts the changes of this order's payment and refunds. The greatest is in force. */
    orderRevision: Type.Integer({ minimum: 1 }),
    payment: Nullable(
      Closed({
        occurredAt: Utc,
        brandId: Id,
        buyerKey: Nullable(Sha256),
        orderedAt: Utc,
        paidAt: Utc,
        channel: Id,
        transactionId: Id,
        freightFen: FenAmount,
      }),
    ),
    lines: Type.Array(PaidLineFact),
  }),
});
