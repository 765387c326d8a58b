import { fen, type Fen } from './fen';

/**
 * An amount in yuan with two decimals, as people write it: -5 is `-0.05`. Exact: the digits are those of the fen.
 * @param amountFen whole fen of either sign
 */
export function inYuan(amountFen: number): string {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not whole fen: ${amountFen}`);
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The opposite of inYuan for amounts that are not negative; null for a text that is none, such as `1.5` or `1,000.00`. */
export function fromYuan(text: string): Fen | null {
  const parts = /^(0|[1-9]\d{0,10})\.(\d\d)$/.exec(text);
  return parts && fen(Number(parts[1]) * 100 + Number(parts[2]));
}
