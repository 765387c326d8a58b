import { COMMISSION_BANDS, endOfBand, PRICE_BANDS, SCORE_BANDS } from '../bands';
import { MOST_VALUES, type FacetCount, type PoolFacets } from '../pool-index';
import type { ValueCounts } from './candidates';
import type { FacetName } from './misses';
import type { ProductTable } from './product-table';

/**
 * What counts say of the values that facets are told by.
 * @param newFrom since when products count as new: a whole hour, in milliseconds
 */
export function facetsOf(table: ProductTable, counts: ValueCounts, newFrom: number): PoolFacets {
  const counted = (facet: FacetName): Array<[string, number]> =>
    table.dimensions[facet].values.slice(1).map((value, n) => [value, counts[facet][n + 1]!]);
  return {
    category: ranked(summed(counted('category'), leaf => table.categoryPaths.get(leaf)!)),
    tier: ranked(counted('tier')),
    belt: ranked(counted('belt')),
    guarantee: ranked(summed(counted('guarantees'), several => several.split(' '))),
    source: ranked(counted('source')),
    price: bandsOf(counted('price'), PRICE_BANDS).map(({ from, to, count }) => ({
      minPriceFen: from,
      maxPriceFen: to,
      count,
    })),
    score: bandsOf(counted('score'), SCORE_BANDS).map(({ from, to, count }) => ({
      minScore: from,
      maxScore: to,
      count,
    })),
    new: countedSince(newFrom, table.dimensions.hour.values, counts.hour),
    trending: counts.trending.subarray(1).reduce((sum, count) => sum + count, 0),
    commission: bandsOf(counted('commission'), COMMISSION_BANDS).map(({ from, to, count }) => ({
      minCommissionBps: from,
      maxCommissionBps: to,
      count,
    })),
  };
}

/** The most frequent first. */
export function ranked(counts: Iterable<readonly [string, number]>): FacetCount[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

/** Products came to the shelf in some ten thousand hours within a few years: nothing is made of those without any. */
function countedSince(from: number, hours: readonly string[], counts: Int32Array): number {
  let sum = 0;
  for (let n = 1; n < counts.length; n++) if (counts[n]! > 0 && Number(hours[n]) >= from) sum += counts[n]!;
  return sum;
}

/** Counts of values that stand for several: a leaf for what is above it, a set of guarantees for each of them. */
function summed(
  counts: ReadonlyArray<readonly [string, number]>,
  partsOf: (value: string) => readonly string[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [value, count] of counts) {
    for (const part of partsOf(value)) sums.set(part, (sums.get(part) ?? 0) + count);
  }
  return sums;
}

function bandsOf(counts: ReadonlyArray<readonly [string, number]>, bands: readonly number[]) {
  const counted = new Map(counts);
  return bands.map((from, band) => ({ from, to: endOfBand(band, bands), count: counted.get(String(band)) ?? 0 }));
}
