import { fen, notNegative, sumFen, type Fen } from '@chuanliu/money/fen';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Refund, Sale } from './sale';

type Amounts = Pick<Sale, 'paidFen' | 'platformSubsidyFen'>;

/**
 * What remains of a sale after refunds, in fen: the basis of every rate.
 *
 * Refunds may exceed what was paid, since they are never refused by their amount; once all that was paid is refunded,
 * the platform takes its whole subsidy back as well.
 */
export function baseAfter(sale: Amounts, refunds: readonly Refund[]): Fen {
  const refunded = sumFen(refunds.map(refund => refund.refundFen));
  const paidLeft = notNegative(sale.paidFen - refunded);
  const fullyRefunded = sale.paidFen > 0 && refunded >= sale.paidFen;
  if (fullyRefunded) return paidLeft;
  const subsidyRefunded = sumFen(refunds.map(refund => refund.subsidyFen));
  return fen(paidLeft + notNegative(sale.platformSubsidyFen - subsidyRefunded));
}

/** The base as it stood at an instant: only refunds that had occurred by then count. */
export const baseAt = (sale: Amounts, refunds: readonly Refund[], at: UtcInstant): Fen =>
  baseAfter(
    sale,
    refunds.filter(refund => refund.occurredAt <= at),
  );
