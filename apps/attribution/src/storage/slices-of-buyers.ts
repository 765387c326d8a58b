/** A range of buyers' keys: `from` belongs to it, `to` does not. */
export interface BuyerRange {
  from: string;
  to: string;
}

const DIGITS = 4;
const RANGES = 16 ** DIGITS;
/** Comes after every key: keys are lower-case hex. */
const BEHIND_ALL = 'g';

/**
 * Cuts all buyers into ranges of keys, about equally large since keys are as good as drawn by lot, so that an audience of
 * any size is worked through with the memory of one range.
 * @param rows how many rows there are in all
 * @param rowsAtOnce about how many a range may have
 */
export function* slicesOfBuyers(rows: number, rowsAtOnce: number): Generator<BuyerRange> {
  const count = Math.min(RANGES, Math.max(1, Math.ceil(rows / rowsAtOnce)));
  const border = (i: number) =>
    Math.floor((i * RANGES) / count)
      .toString(16)
      .padStart(DIGITS, '0');
  for (let i = 0; i < count; i++)
    yield { from: i === 0 ? '' : border(i), to: i === count - 1 ? BEHIND_ALL : border(i + 1) };
}
