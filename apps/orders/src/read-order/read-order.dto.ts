import { Type } from '@sinclair/typebox';
import { Closed, Id } from '@chuanliu/contracts/shapes';
import { linesOf, type LineState } from '../domain/line-in-force';
import type { Instant, Refund } from '../domain/order-fact';
import type { Stage } from '../domain/order-in-force';
import type { ReadOrder } from './read-order.query';

export const ReadOrderRequest = Closed({ channelId: Type.Optional(Id) });

/** An order as the gateway shows it, before the other services add what they know. */
export interface OrderAnswer {
  channelId: string;
  orderId: string;
  orderRevision: number;
  brandId: string;
  orderedAt: Instant;
  paidAt: Instant;
  payment: { channel: string; transactionId: string; freightFen: number };
  state: Stage;
  receivedAt: Instant | null;
  lines: Array<{
    lineNo: number;
    productId: string;
    quantity: number;
    paidFen: number;
    platformSubsidyFen: number;
    refundedFen: number;
    baseFen: number;
    state: LineState;
  }>;
  /** Those that count, by (occurredAt, refundId). */
  refunds: Array<Refund & { occurredAt: Instant }>;
}

/** Nothing for an order whose payment is not known: it does not exist yet for anyone outside. */
export function orderAnswer({ channelId, orderId, orderRevision, order }: ReadOrder): OrderAnswer[] {
  if (!order.payment || !order.stage) return [];
  const { brandId, orderedAt, paidAt, channel, transactionId, freightFen } = order.payment;
  return [
    {
      channelId,
      orderId,
      orderRevision,
      brandId,
      orderedAt,
      paidAt,
      payment: { channel, transactionId, freightFen },
      state: order.stage,
      receivedAt: order.receivedAt,
      lines: linesOf(order).map(({ line, refundedFen, baseFen, state }) => {
        const { lineNo, productId, quantity, paidFen, platformSubsidyFen } = line;
        return { lineNo, productId, quantity, paidFen, platformSubsidyFen, refundedFen, baseFen, state };
      }),
      refunds: [...order.refunds],
    },
  ];
}
