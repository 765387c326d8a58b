import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

/** The buyer confirmed receipt (确认收货): its earliest instant, or null when no receipt is in force any more. */
export const orderReceived = defineEvent({
  stream: topics.orderEvents.name,
  type: 'order-received.v1',
  key: order => order.orderId,
  keyName: 'orderId',
  title: 'The buyer confirmed receipt of an order',
  data: Closed({
    channelId: Id,
    orderId: Id,
    /** Counts the changes of receivedAt; the greatest is in force. */
    receiptRevision: Type.Integer({ minimum: 1 }),
    receivedAt: Nullable(Utc),
  }),
});
