import { fen, type Fen } from './fen';

/**
 * Divides an amount equally; the first (amount mod n) receivers get one fen more, so that the parts sum to it.
 * @param amount fen, not negative
 * @param receivers at least one; their order decides who gets the odd fen
 */
export function allocateEqually<R>(amount: Fen, receivers: readonly R[]): Array<{ receiver: R; amount: Fen }> {
  if (receivers.length === 0) throw new RangeError('nobody to allocate to');
  const each = Math.floor(amount / receivers.length);
  const odd = amount - each * receivers.length;
  return receivers.map((receiver, i) => ({ receiver, amount: fen(each + (i < odd ? 1 : 0)) }));
}
