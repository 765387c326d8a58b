/** So many more than wanted are gathered before the worst are dropped. */
const SPARE = 1_024;

/**
 * The first `wanted` of the candidates in an order, without sorting them all.
 * @param compare negative when the first argument comes first; never 0
 */
export function bestOf(
  candidates: readonly number[],
  wanted: number,
  compare: (a: number, b: number) => number,
): number[] {
  const best: number[] = [];
  let worst: number | undefined;
  const sift = () => {
    best.sort(compare);
    best.length = Math.min(best.length, wanted);
    if (best.length === wanted) worst = best[wanted - 1];
  };
  const count = candidates.length;
  // Looked at in leaps: where the best come last (ids that grow with time, newest first) each would displace another.
  const leap = leapOver(count);
  for (let n = 0, at = 0; n < count; n++, at = (at + leap) % count) {
    const candidate = candidates[at]!;
    if (worst !== undefined && compare(candidate, worst) > 0) continue;
    best.push(candidate);
    if (best.length === wanted + SPARE) sift();
  }
  sift();
  return best;
}

/** About 0.618 of the count (evenly spread, however far one has come), and prime to it, so that all are met once. */
function leapOver(count: number): number {
  let leap = Math.max(1, Math.floor(count * 0.618));
  while (greatestCommonDivisor(leap, count) > 1) leap += 1;
  return leap;
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
