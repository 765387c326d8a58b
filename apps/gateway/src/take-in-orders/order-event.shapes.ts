import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { OrderEventType } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { Closed, FenAmount, Id, Instant, Surface } from '@chuanliu/contracts/shapes';
import { Envelope } from '../admit-webhooks/envelope';
import { RefusedItem } from '../admit-webhooks/refusal-of-item';

/** Most events in one request. */
const mostEvents = 500;
/** Most lines of one order. */
export const mostLines = 2_000;

/** A whole number that every database column for it can hold. */
const Count = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

const Text = (most: number) => Type.String({ maxLength: most });

const Scene = Closed({
  surface: Surface,
  accountId: Type.Optional(Id),
  contentId: Type.Optional(Id),
  promotionCode: Type.Optional(Id),
  tag: Type.Optional(Text(64)),
});

const Line = Closed({
  lineNo: Count,
  productId: Id,
  quantity: Count,
  paidFen: FenAmount,
  platformSubsidyFen: Type.Optional(FenAmount),
  scene: Scene,
});

const Order = Closed({
  orderId: Id,
  buyerId: Type.Optional(Id),
  brandId: Id,
  orderedAt: Instant,
  paidAt: Instant,
  payment: Closed({ channel: Id, transactionId: Id, freightFen: Type.Optional(FenAmount) }),
  lines: Type.Array(Line, { minItems: 1, maxItems: mostLines }),
});

const Refund = Closed({
  refundId: Id,
  lineNo: Count,
  refundFen: FenAmount,
  subsidyFen: Type.Optional(FenAmount),
  freightFen: Type.Optional(FenAmount),
  reason: Type.Optional(Text(500)),
  transactionId: Type.Optional(Id),
});

const head = <T extends OrderEventType>(type: T) => ({ eventId: Id, type: Type.Literal(type), occurredAt: Instant });

export const OrderPaid = Closed({ ...head('order-paid'), order: Order });
export type OrderPaid = Static<typeof OrderPaid>;

export const OrderRefunded = Closed({ ...head('order-refunded'), orderId: Id, refund: Refund });
export type OrderRefunded = Static<typeof OrderRefunded>;

const OrderShipped = Closed({ ...head('order-shipped'), orderId: Id });
const OrderReceived = Closed({ ...head('order-received'), orderId: Id });
const OrderClosed = Closed({ ...head('order-closed'), orderId: Id });

/** An event as a channel writes it. */
export type ChannelEvent =
  OrderPaid | OrderRefunded | Static<typeof OrderShipped> | Static<typeof OrderReceived> | Static<typeof OrderClosed>;

/** The shape of each type; an event is checked against its own, so that its faults are about what was meant. */
export const shapeByType: Record<OrderEventType, TSchema> = {
  'order-paid': OrderPaid,
  'order-shipped': OrderShipped,
  'order-received': OrderReceived,
  'order-refunded': OrderRefunded,
  'order-closed': OrderClosed,
};

/** What must hold before events are looked at one by one. */
export const envelope = new Envelope('events', mostEvents);

/** What channels send, for the description. */
export const OrderEvents = envelope.of(
  Type.Union([OrderPaid, OrderShipped, OrderReceived, OrderRefunded, OrderClosed]),
);

const RefusedEvent = RefusedItem('eventId');
export type RefusedEvent = Static<typeof RefusedEvent>;

export const TakenIn = Closed({
  accepted: Type.Integer({ minimum: 0 }),
  duplicates: Type.Integer({ minimum: 0 }),
  refused: Type.Array(RefusedEvent),
});
export type TakenIn = Static<typeof TakenIn>;
