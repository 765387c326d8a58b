import { fen, notNegative, type Fen } from '@chuanliu/money/fen';
import { splitCommission, type SaleParties, type Share } from '@chuanliu/split-rules/split-commission';
import type { SplitTerms } from '@chuanliu/split-rules/split-terms';

/** A refund that counts. */
export interface Refund {
  refundId: string;
  occurredAt: string;
  refundFen: number;
  subsidyFen: number;
  freightFen: number;
  transactionId: string | null;
}

/** One line as it was paid, and all that was refunded of it since. */
export interface PaidLine {
  paidFen: number;
  platformSubsidyFen: number;
  /** Freight that this line carries for its order; not part of the base. */
  freightFen: number;
  paymentOccurredAt: string;
  transactionId: string | null;
  refunds: readonly Refund[];
}

/** What remains of a sale at one point of its history, in fen. */
export interface Remainder {
  /** The platform's subsidy that was not given back. */
  subsidyFen: Fen;
  /** Refunded beyond what was paid. */
  excessFen: Fen;
  /** What is divided: paid and not refunded, and the subsidy that remains. */
  baseFen: Fen;
}

/** A sale after its payment, or after one more refund. */
export interface SplitStep extends Remainder {
  /** null: the payment. */
  refundId: string | null;
  occurredAt: string;
  transactionId: string | null;
  /** Paid, or refunded, by this step itself. */
  movedFen: Fen;
  /** Freight that this step itself moves. */
  freightFen: Fen;
  /** Shares above 0; they sum to the base. */
  shares: Share[];
}

/**
 * What is left to divide once so much was refunded. A refund is never refused for its amount, since refunds may arrive in
 * any order: what exceeds the payment is kept apart, and a buyer who got everything back has used no subsidy.
 */
export function remainderOf(
  line: Pick<PaidLine, 'paidFen' | 'platformSubsidyFen'>,
  refundedFen: number,
  refundedSubsidyFen: number,
): Remainder {
  const isFullyRefunded = line.paidFen > 0 && refundedFen >= line.paidFen;
  const subsidyFen = isFullyRefunded ? fen(0) : notNegative(line.platformSubsidyFen - refundedSubsidyFen);
  return {
    subsidyFen,
    excessFen: notNegative(refundedFen - line.paidFen),
    baseFen: fen(notNegative(line.paidFen - refundedFen) + subsidyFen),
  };
}

/** What is left of the sale after all its refunds. */
export function remainderNow(line: Pick<PaidLine, 'paidFen' | 'platformSubsidyFen' | 'refunds'>): Remainder {
  let refunded = 0;
  let refundedSubsidy = 0;
  for (const refund of line.refunds) {
    refunded += refund.refundFen;
    refundedSubsidy += refund.subsidyFen;
  }
  return remainderOf(line, refunded, refundedSubsidy);
}

/**
 * The sale's whole history: its payment, then each refund by (occurredAt, refundId), each with the whole split of what
 * remained. A ledger that posts the differences between neighbours ends at the same books, in whatever order it
 * heard of them.
 */
export function splitSteps(line: PaidLine, sale: SaleParties, terms: SplitTerms): SplitStep[] {
  const stepAt = (refunded: number, refundedSubsidy: number, cause: StepCause): SplitStep => {
    const remainder = remainderOf(line, refunded, refundedSubsidy);
    const shares = splitCommission(remainder.baseFen, sale, terms).filter(share => share.amountFen > 0);
    return { shares, ...cause, ...remainder };
  };
  const payment = {
    refundId: null,
    occurredAt: line.paymentOccurredAt,
    transactionId: line.transactionId,
    movedFen: fen(line.paidFen),
    freightFen: fen(line.freightFen),
  };
  const steps = [stepAt(0, 0, payment)];
  let refunded = 0;
  let refundedSubsidy = 0;
  for (const refund of inOrderOfOccurrence(line.refunds)) {
    refunded += refund.refundFen;
    refundedSubsidy += refund.subsidyFen;
    const { refundId, occurredAt, transactionId } = refund;
    const cause = { refundId, occurredAt, transactionId, movedFen: fen(refund.refundFen) };
    steps.push(stepAt(refunded, refundedSubsidy, { freightFen: fen(refund.freightFen), ...cause }));
  }
  return steps;
}

type StepCause = Pick<SplitStep, 'refundId' | 'occurredAt' | 'transactionId' | 'movedFen' | 'freightFen'>;

function inOrderOfOccurrence(refunds: readonly Refund[]): readonly Refund[] {
  if (refunds.length < 2) return refunds;
  const rank = (refund: Refund) => `${refund.occurredAt} ${refund.refundId}`; // instants are of fixed width
  return [...refunds].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
