import type { Instant } from './order-fact';
import type { OrderInForce, PaymentInForce, RefundInForce } from './order-in-force';

/** A refund that began to count or changed, or (withdrawn) ceased to count. */
export interface ChangedRefund extends RefundInForce {
  readonly withdrawn: boolean;
}

/** What the others must be told, now that an order is known better than before. */
export interface OrderChange {
  /** Left out: as before. Null: the event that carried the payment lost its eventId, the order counts as unpaid. */
  readonly payment?: PaymentInForce | null;
  /** Those that count, by (occurredAt, refundId), then the withdrawn. */
  readonly refunds: readonly ChangedRefund[];
  /** Left out: as before. */
  readonly receivedAt?: Instant | null;
}

/** The difference between what was announced of an order and what is true of it now. */
export function whatChanged(before: OrderInForce, after: OrderInForce): OrderChange {
  return {
    refunds: changedRefunds(before.refunds, after.refunds),
    ...(samePayment(before.payment, after.payment) ? {} : { payment: after.payment }),
    ...(before.receivedAt === after.receivedAt ? {} : { receivedAt: after.receivedAt }),
  };
}

function changedRefunds(before: readonly RefundInForce[], after: readonly RefundInForce[]): ChangedRefund[] {
  if (before.length === 0) return after.map(refund => ({ withdrawn: false, ...refund }));
  const known = new Map(before.map(refund => [refund.refundId, refund]));
  const changed: ChangedRefund[] = [];
  for (const refund of after) {
    const told = known.get(refund.refundId);
    if (!told || !sameRefund(told, refund)) changed.push({ withdrawn: false, ...refund });
    known.delete(refund.refundId);
  }
  for (const refund of known.values()) changed.push({ withdrawn: true, ...refund });
  return changed;
}

function samePayment(a: PaymentInForce | null, b: PaymentInForce | null): boolean {
  if (a === null || b === null) return a === b;
  // Unequal hashes may still tell the same, such as a freight of 0 once written and once left out.
  return a.contentHash === b.contentHash || contentsOf(a) === contentsOf(b);
}

const contentsOf = (payment: PaymentInForce): string => JSON.stringify({ ...payment, contentHash: '' });

function sameRefund(a: RefundInForce, b: RefundInForce): boolean {
  return (
    a.lineNo === b.lineNo &&
    a.occurredAt === b.occurredAt &&
    a.refundFen === b.refundFen &&
    a.subsidyFen === b.subsidyFen &&
    a.freightFen === b.freightFen &&
    a.transactionId === b.transactionId
  );
}
