import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, FenAmount, Id, LineNo, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

/** A refund that counts: in force among those of its refundId, and of a line of the payment in force. */
export const EffectiveRefund = Closed({
  refundId: Id,
  lineNo: LineNo,
  occurredAt: Utc,
  refundFen: FenAmount,
  subsidyFen: FenAmount,
  freightFen: FenAmount,
  transactionId: Nullable(Id),
});
export type EffectiveRefund = Static<typeof EffectiveRefund>;

/**
 * Refunds of an order that began or ceased to count, or whose contents changed. Those not named stay as they are.
 * A changed refund may have moved to another line: its refundId is unique in the order.
 */
export const orderRefunded = defineEvent({
  stream: topics.orderEvents.name,
  type: 'order-refunded.v1',
  key: order => order.orderId,
  keyName: 'orderId',
  title: 'Refunds of an order began to count, changed, or ceased to count',
  data: Closed({
    channelId: Id,
    orderId: Id,
    orderRevision: Type.Integer({ minimum: 1 }),
    refunds: Type.Array(
      Type.Composite([EffectiveRefund, Closed({ withdrawn: Type.Boolean() })], { additionalProperties: false }),
    ),
  }),
});
