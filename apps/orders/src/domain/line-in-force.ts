import { fen, notNegative, sumFen, type Fen } from '@chuanliu/money/fen';
import type { PaidLine, Refund } from './order-fact';
import type { OrderInForce, RefundInForce } from './order-in-force';

/** `void`: nothing left to divide. `confirmed`: the buyer confirmed receipt. `estimated`: may yet change. */
export type LineState = 'estimated' | 'confirmed' | 'void';

/** A line as it stands after its refunds. */
export interface LineInForce {
  readonly line: PaidLine;
  /** By (occurredAt, refundId). */
  readonly refunds: readonly RefundInForce[];
  /** Everything taken back from what the buyer paid, also beyond paidFen. */
  readonly refundedFen: Fen;
  readonly baseFen: Fen;
  readonly state: LineState;
}

/** The lines of the payment in force, in its order; none before a payment. */
export function linesOf(order: OrderInForce): LineInForce[] {
  if (!order.payment) return [];
  const refundsOf = new Map<number, RefundInForce[]>();
  for (const refund of order.refunds) {
    const others = refundsOf.get(refund.lineNo);
    if (others) others.push(refund);
    else refundsOf.set(refund.lineNo, [refund]);
  }
  return order.payment.lines.map(line => {
    const refunds = refundsOf.get(line.lineNo) ?? [];
    const baseFen = baseOf(line, refunds);
    const state = baseFen === 0 ? 'void' : order.receivedAt === null ? 'estimated' : 'confirmed';
    return { line, refunds, refundedFen: sumFen(refunds.map(refund => refund.refundFen)), baseFen, state };
  });
}

/**
 * What is left of a line to be divided: what the buyer paid and what the platform added, each less its refunds and
 * never below zero, so that refunds may come in any order and beyond what was paid.
 *
 * Once all that the buyer paid is refunded, the subsidy counts as refunded too: there is no sale left to subsidise.
 */
export function baseOf(
  { paidFen, platformSubsidyFen }: Pick<PaidLine, 'paidFen' | 'platformSubsidyFen'>,
  refunds: ReadonlyArray<Pick<Refund, 'refundFen' | 'subsidyFen'>>,
): Fen {
  const refundedFen = sumFen(refunds.map(refund => refund.refundFen));
  if (paidFen > 0 && refundedFen >= paidFen) return fen(0);
  const refundedSubsidyFen = sumFen(refunds.map(refund => refund.subsidyFen));
  return fen(notNegative(paidFen - refundedFen) + notNegative(platformSubsidyFen - refundedSubsidyFen));
}
