import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { EffectiveRefund } from '../orders/order-refunded.v1';
import { Closed, FenAmount, Id, LineNo, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

export const Outcome = Type.Union(
  (['distribution', 'self-broadcast', 'organic', 'void'] as const).map(outcome => Type.Literal(outcome)),
);
export type Outcome = Static<typeof Outcome>;

const deciding = {
  outcome: Outcome,
  /** The winner; null unless the outcome is distribution. */
  promoterId: Nullable(Id),
  pickId: Nullable(Id),
  /** Those who share the assist part, in byte order. */
  assistantIds: Type.Array(Id),
};

/** One sale (order line) with all that its split needs: what was paid and refunded, and who brought it. */
export const AttributedLine = Closed({
  lineNo: LineNo,
  /** Counts this line's announcements; the greatest is in force. */
  revision: Type.Integer({ minimum: 1 }),
  /** The order's revision that this line has caught up with. */
  orderRevision: Type.Integer({ minimum: 1 }),
  /** False: the payment in force lacks this line; its amounts are then 0 and its refunds none. */
  present: Type.Boolean(),
  productId: Id,
  paidFen: FenAmount,
  platformSubsidyFen: FenAmount,
  /** Freight of the whole order, carried by its first line alone; 0 on the others. Not part of the base. */
  freightFen: FenAmount,
  /** Refunds that count, by (occurredAt, refundId). */
  refunds: Type.Array(EffectiveRefund),
  tag: Nullable(Type.String({ maxLength: 64 })),
  ...deciding,
  /** Of a settled line alone: what all facts known now would decide, where that differs from what was settled. */
  late: Type.Optional(
    Closed({
      /** The revision with which it was told first. */
      revision: Type.Integer({ minimum: 1 }),
      ...deciding,
    }),
  ),
});
export type AttributedLine = Static<typeof AttributedLine>;

/** It was decided who brought the lines of an order, or their amounts changed. Lines not named stay as they are. */
export const saleAttributed = defineEvent({
  stream: topics.saleEvents.name,
  type: 'sale-attributed.v1',
  key: sale => sale.orderId,
  keyName: 'orderId',
  title: 'It was decided who brought a sale',
  data: Closed({
    channelId: Id,
    orderId: Id,
    brandId: Id,
    orderedAt: Utc,
    paidAt: Utc,
    /** When the payment's event occurred: the instant that its postings carry. */
    paymentOccurredAt: Utc,
    paymentChannel: Id,
    transactionId: Id,
    lines: Type.Array(AttributedLine, { minItems: 1 }),
  }),
});
