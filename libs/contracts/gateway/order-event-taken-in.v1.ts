import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, FenAmount, Id, LineNo, Nullable, Sha256, Surface, Utc } from '../shapes';
import { topics } from '../topics';

/** Where a purchase was made, and what it carried. */
export const SceneFact = Closed({
  surface: Surface,
  accountId: Nullable(Id),
  contentId: Nullable(Id),
  promotionCode: Nullable(Id),
  tag: Nullable(Type.String({ maxLength: 64 })),
});
export type SceneFact = Static<typeof SceneFact>;

export const PaidLineFact = Closed({
  lineNo: LineNo,
  productId: Id,
  quantity: Type.Integer({ minimum: 1 }),
  paidFen: FenAmount,
  platformSubsidyFen: FenAmount,
  scene: SceneFact,
});

/** A payment as the channel told it, defaults filled in, the buyer replaced by a key. */
export const PaymentFact = Closed({
  brandId: Id,
  buyerKey: Nullable(Sha256),
  orderedAt: Utc,
  paidAt: Utc,
  channel: Id,
  transactionId: Id,
  freightFen: FenAmount,
  lines: Type.Array(PaidLineFact),
});
export type PaymentFact = Static<typeof PaymentFact>;

export const RefundFact = Closed({
  refundId: Id,
  lineNo: LineNo,
  refundFen: FenAmount,
  subsidyFen: FenAmount,
  freightFen: FenAmount,
  reason: Nullable(Type.String({ maxLength: 500 })),
  transactionId: Nullable(Id),
});
export type RefundFact = Static<typeof RefundFact>;

export const OrderEventType = Type.Union(
  (['order-paid', 'order-shipped', 'order-received', 'order-refunded', 'order-closed'] as const).map(t =>
    Type.Literal(t),
  ),
);
export type OrderEventType = Static<typeof OrderEventType>;

/**
 * The gateway took in one event of a channel and made it durable. It was well-formed; whether it is in force, orders decides.
 * `hash` covers the event's canonical JSON (RFC 8785) as received; `contentHash` the same without its eventId.
 */
export const orderEventTakenIn = defineEvent({
  stream: topics.orderIntake.name,
  type: 'order-event-taken-in.v1',
  key: event => `${event.channelId}/${event.orderId}`,
  keyName: 'channelId/orderId',
  title: 'An order event of a channel, well-formed and durable',
  data: Closed({
    channelId: Id,
    orderId: Id,
    eventId: Id,
    type: OrderEventType,
    occurredAt: Utc,
    hash: Sha256,
    contentHash: Sha256,
    payment: Nullable(PaymentFact),
    refund: Nullable(RefundFact),
  }),
});
