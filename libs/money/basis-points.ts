import { fen, type Fen } from './fen';

/** 100 %, in basis points. */
const WHOLE = 10_000;

/**
 * ⌊amount × rate / 10000⌋, exact.
 *
 * The product may pass 2⁵³ (10¹³ fen × 10⁴), so the amount is taken apart into whole ten-thousands and
 * the rest: both partial products stay exact, and no BigInt is needed on the hot path.
 * @param amount fen, 0 … 10¹³
 * @param rate whole basis points, 0 … 10000
 * @throws RangeError outside of these
 */
export function portionOf(amount: Fen, rate: number): Fen {
  if (!Number.isInteger(rate) || rate < 0 || rate > WHOLE) throw new RangeError(`not a rate in basis points: ${rate}`);
  if (amount < 0) throw new RangeError(`a portion of a negative amount: ${amount}`);
  const thousands = Math.floor(amount / WHOLE);
  const rest = amount - thousands * WHOLE;
  return fen(thousands * rate + Math.floor((rest * rate) / WHOLE));
}

/** ⌊amount × perHundred / 100⌋, exact: impressions earned by an amount in fen at a rate per yuan. */
export function perYuan(amount: Fen, rate: number): number {
  const yuan = Math.floor(amount / 100);
  const rest = amount - yuan * 100;
  return yuan * rate + Math.floor((rest * rate) / 100);
}
