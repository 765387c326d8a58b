/**
 * An amount in yuan with two decimals, as people write it: -5 is `-0.05`. Exact: the digits are those of the fen.
 * @param amountFen whole fen of either sign
 */
export function inYuan(amountFen: number): string {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not whole fen: ${amountFen}`);
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  return `${amountFen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
