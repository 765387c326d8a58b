import { bandOf, COMMISSION_BANDS, endOfBand, PRICE_BANDS } from '../bands';
import type { FacetCount, PoolFacets } from '../pool-index';
import type { Candidates } from './candidates';
import type { Dimension } from './dimension';
import type { ProductTable } from './product-table';

/** How many candidates have which value. */
export function countFacets(table: ProductTable, candidates: Candidates): PoolFacets {
  return {
    category: countCategories(table, candidates.without('category')),
    tier: counted(table.tier, candidates.without('tier')),
    belt: counted(table.belt, candidates.without('belt')),
    guarantee: countGuarantees(table, candidates.without('guarantee')),
    source: counted(table.source, candidates.without('source')),
    price: countBands(table.columns.price, PRICE_BANDS, candidates.without('price')).map(({ from, to, count }) => ({
      ...{ minPriceFen: from, maxPriceFen: to, count },
    })),
    commission: countBands(table.columns.rate, COMMISSION_BANDS, candidates.without('commission')).map(
      ({ from, to, count }) => ({ minCommissionBps: from, maxCommissionBps: to, count }),
    ),
  };
}

/** The most frequent first. */
export function ranked(counts: Iterable<readonly [string, number]>): FacetCount[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function numbersOf({ column, values }: Dimension, documents: readonly number[]): Int32Array {
  const counts = new Int32Array(values.length + 1); // The last place is for those that have no value.
  for (const document of documents) {
    const number = column[document]!;
    counts[number < 0 ? values.length : number]! += 1;
  }
  return counts;
}

function counted(dimension: Dimension, documents: readonly number[]): FacetCount[] {
  const counts = numbersOf(dimension, documents);
  return ranked(dimension.values.map((value, number) => [value, counts[number]!]));
}

/** Products stand in leaves; every category above counts those below it. */
function countCategories(table: ProductTable, documents: readonly number[]): FacetCount[] {
  const counts = numbersOf(table.category, documents);
  const rolledUp = new Map<string, number>();
  table.category.values.forEach((leaf, number) => {
    for (const category of table.categoryPaths.get(leaf)!) {
      rolledUp.set(category, (rolledUp.get(category) ?? 0) + counts[number]!);
    }
  });
  return ranked(rolledUp);
}

function countGuarantees(table: ProductTable, documents: readonly number[]): FacetCount[] {
  return ranked(
    [...table.guarantees].map(([name, set]) => {
      let count = 0;
      for (const document of documents) if (set.has(document)) count += 1;
      return [name, count] as const;
    }),
  );
}

function countBands(column: Float64Array, bands: readonly number[], documents: readonly number[]) {
  const counts = bands.map(() => 0);
  for (const document of documents) {
    const figure = column[document]!;
    if (figure >= 0) counts[bandOf(figure, bands)]! += 1;
  }
  return bands.map((from, band) => ({ from, to: endOfBand(band, bands), count: counts[band]! }));
}
