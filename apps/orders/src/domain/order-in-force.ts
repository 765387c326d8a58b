import { settleConflicts, type ConflictingContent } from './conflicting-content';
import type { Instant, OrderFact, Payment, PaymentFact, Refund, RefundFact } from './order-fact';

/** How far an order has come: the furthest that is known of it. */
export const stages = ['paid', 'shipped', 'received', 'closed'] as const;
export type Stage = (typeof stages)[number];

export interface PaymentInForce extends Payment {
  /** When the payment's event occurred. */
  readonly occurredAt: Instant;
  readonly contentHash: string;
}

export interface RefundInForce extends Refund {
  readonly occurredAt: Instant;
}

/** What is true of an order, given everything that was told of it. */
export interface OrderInForce {
  /** Null while no payment is known: everything else of the order then waits. */
  readonly payment: PaymentInForce | null;
  /** Refunds that count: of a line that the payment has. By (occurredAt, refundId). */
  readonly refunds: readonly RefundInForce[];
  /** Refunds of lines that the payment lacks; they move no money. By (occurredAt, refundId). */
  readonly refundsOfUnknownLines: readonly RefundInForce[];
  /** The earliest receipt; null before it, and while it waits for the payment. */
  readonly receivedAt: Instant | null;
  /** Null before the payment. */
  readonly stage: Stage | null;
  /** Events that wait for the payment. */
  readonly waitingEvents: number;
  /** By (occurredAt, hash) of the loser. */
  readonly conflicts: readonly ConflictingContent[];
}

/** An order of which nothing is known. */
export const unknownOrder: OrderInForce = {
  payment: null,
  refunds: [],
  refundsOfUnknownLines: [],
  receivedAt: null,
  stage: null,
  waitingEvents: 0,
  conflicts: [],
};

/**
 * Derives an order from the set of its facts; their order of arrival, and how often each came, change nothing.
 *
 * Contradictions between events of one eventId are settled first: an event that loses there takes no part in what
 * follows, be it a payment, a refund or a receipt.
 */
export function orderInForce(facts: readonly OrderFact[]): OrderInForce {
  if (facts.length === 0) return unknownOrder;
  const events = settleConflicts(
    facts,
    'event',
    fact => fact.eventId,
    fact => fact.hash,
  );
  const payments = settleConflicts(
    events.inForce.filter((fact): fact is PaymentFact => fact.type === 'order-paid'),
    'payment',
    () => null,
    fact => fact.contentHash,
  );
  const refunds = settleConflicts(
    events.inForce.filter((fact): fact is RefundFact => fact.type === 'order-refunded'),
    'refund',
    fact => fact.refund.refundId,
    fact => fact.contentHash,
  );
  const conflicts = [...events.conflicts, ...payments.conflicts, ...refunds.conflicts].sort(byLoser);
  const paid = payments.inForce[0];
  if (!paid) return { ...unknownOrder, waitingEvents: events.inForce.length, conflicts };

  const lineNos = new Set(paid.payment.lines.map(line => line.lineNo));
  const told = refunds.inForce.map(fact => ({ occurredAt: fact.occurredAt, ...fact.refund })).sort(byInstant);
  return {
    payment: { occurredAt: paid.occurredAt, contentHash: paid.contentHash, ...paid.payment },
    refunds: told.filter(refund => lineNos.has(refund.lineNo)),
    refundsOfUnknownLines: told.filter(refund => !lineNos.has(refund.lineNo)),
    receivedAt: earliestReceipt(events.inForce),
    stage: furthestStage(events.inForce),
    waitingEvents: 0,
    conflicts,
  };
}

function earliestReceipt(facts: readonly OrderFact[]): Instant | null {
  let earliest: Instant | null = null;
  for (const { type, occurredAt } of facts) {
    if (type === 'order-received' && (earliest === null || occurredAt < earliest)) earliest = occurredAt;
  }
  return earliest;
}

function furthestStage(facts: readonly OrderFact[]): Stage {
  const told = new Set<string>(facts.map(fact => fact.type));
  return stages.findLast(stage => told.has(`order-${stage}`)) ?? 'paid';
}

function byInstant(a: RefundInForce, b: RefundInForce): number {
  return compare(a.occurredAt, b.occurredAt) || compare(a.refundId, b.refundId);
}

function byLoser(a: ConflictingContent, b: ConflictingContent): number {
  return compare(a.loser.occurredAt, b.loser.occurredAt) || compare(a.loser.hash, b.loser.hash);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
