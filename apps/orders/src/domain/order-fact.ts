/** UTC with exactly three decimals, `2026-11-06T12:00:03.000Z`: text order is time order. */
export type Instant = string;

/** Where a line was bought, and what it carried; null where the channel told nothing. */
export interface Scene {
  readonly surface: 'live' | 'short_video' | 'showcase' | 'shelf' | 'search' | 'link';
  readonly accountId: string | null;
  readonly contentId: string | null;
  readonly promotionCode: string | null;
  readonly tag: string | null;
}

/** One line of a payment. Amounts in fen, of the line's whole quantity. */
export interface PaidLine {
  readonly lineNo: number;
  readonly productId: string;
  readonly quantity: number;
  readonly paidFen: number;
  readonly platformSubsidyFen: number;
  readonly scene: Scene;
}

/** A payment of a whole order, as its channel told it. */
export interface Payment {
  readonly brandId: string;
  /** Stands for the buyer; null for an anonymous one. */
  readonly buyerKey: string | null;
  readonly orderedAt: Instant;
  readonly paidAt: Instant;
  /** The payment channel, such as `wechat`. */
  readonly channel: string;
  readonly transactionId: string;
  /** Freight of the whole order; no part of any base. */
  readonly freightFen: number;
  readonly lines: readonly PaidLine[];
}

/** A refund of one line, as its channel told it; refundId is unique in the order. */
export interface Refund {
  readonly refundId: string;
  readonly lineNo: number;
  /** Taken back from what the buyer paid. */
  readonly refundFen: number;
  /** Taken back from what the platform added. */
  readonly subsidyFen: number;
  readonly freightFen: number;
  readonly reason: string | null;
  readonly transactionId: string | null;
}

interface Told {
  /** The channel's own id of the event. */
  readonly eventId: string;
  readonly occurredAt: Instant;
  /** SHA-256 over the event's canonical JSON as received. Two events with one hash are one event, told twice. */
  readonly hash: string;
  /** The same without the eventId: equal contents do not conflict. */
  readonly contentHash: string;
}

export type PaymentFact = Told & { readonly type: 'order-paid'; readonly payment: Payment };
export type RefundFact = Told & { readonly type: 'order-refunded'; readonly refund: Refund };
export type StageFact = Told & { readonly type: 'order-shipped' | 'order-received' | 'order-closed' };

/** One event of one order, kept for ever as it was told. */
export type OrderFact = PaymentFact | RefundFact | StageFact;
