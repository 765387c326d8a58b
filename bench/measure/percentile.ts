/**
 * The value below which so many per cent of the values lie (nearest rank: always one of the values).
 * @param sorted ascending; empty gives NaN
 * @param percent 0 < percent ≤ 100
 */
export function percentile(sorted: readonly number[], percent: number): number {
  if (percent <= 0 || percent > 100) throw new RangeError(`no percentile: ${percent}`);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? NaN;
}

/** The usual view of delays, in the values' own unit. */
export interface Spread {
  p50: number;
  p99: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { p50: percentile(sorted, 50), p99: percentile(sorted, 99), max: sorted.at(-1) ?? NaN };
}
