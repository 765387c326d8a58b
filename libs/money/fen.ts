declare const unit: unique symbol;

/** Money, in whole fen (100 fen = 1 yuan). Never a float, never yuan; only fen() makes one. May be negative in a difference. */
export type Fen = number & { readonly [unit]: 'fen' };

/** The largest amount that any door of the system accepts: 10¹³ fen, far inside what a number holds exactly. */
export const LARGEST_FEN = 10_000_000_000_000;

export const ZERO = 0 as Fen;

/** Takes a whole number of fen. @throws RangeError when it is not a safe integer: a lost fen must never pass silently. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount of fen: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen; // -0 would print as "-0" and differ in Object.is
}

/** The sum of any number of amounts, exact. @throws RangeError past 2⁵³. */
export function sumFen(amounts: Iterable<number>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** max(0, amount). */
export const notNegative = (amount: number): Fen => fen(Math.max(0, amount));
