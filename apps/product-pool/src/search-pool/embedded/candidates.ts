import type FastBitSet from 'fastbitset';
import type { PoolFilter } from '../pool-index';
import type { Dimension } from './dimension';
import type { ProductTable } from './product-table';

/** Facets have numbers from 1, in the order of these names; what is no facet's own part of a filter is 0's. */
export const facetNames = ['category', 'tier', 'belt', 'guarantees', 'source', 'price', 'commission'] as const;
export type FacetName = (typeof facetNames)[number];
type Owner = FacetName | null;

/** A document that misses more than one facet's part counts for none. */
const MISSES_MORE = 255;

/**
 * The documents in the pool that fulfil a filter, and beside them those that miss one facet's part alone: that facet
 * counts them too, since it says what one would find on choosing another value.
 */
export class Candidates {
  /** Those that fulfil all of the filter. */
  readonly all: Int32Array;
  private readonly nearly: readonly Int32Array[];

  /** @param rates the promoter's, by document */
  constructor(table: ProductTable, words: readonly FastBitSet[], filter: PoolFilter, rates: Float64Array) {
    const documents = documentsWith(table, words);
    const misses = new Misses(documents);
    applyTables(table, filter, misses);
    applyRanges(table, filter, rates, misses);
    [this.all, ...this.nearly] = misses.parted() as [Int32Array, ...Int32Array[]];
  }

  /** Those that miss this facet's part and nothing else. */
  missingOnly(facet: FacetName): Int32Array {
    return this.nearly[facetNames.indexOf(facet)]!;
  }
}

/** Which part of a filter each document misses: 0 none, a facet's number, or more than one. */
class Misses {
  private readonly missed: Uint8Array;
  private isAny = false;

  constructor(private readonly documents: Int32Array) {
    this.missed = new Uint8Array(documents.length);
  }

  /** A document passes where the table has 1 at its value's number. */
  byTable(owner: Owner, { column }: Dimension, passing: Uint8Array): void {
    const { documents, missed } = this;
    const miss = this.missOf(owner);
    for (let n = 0; n < documents.length; n++) {
      if (passing[column[documents[n]!]!] === 0) missed[n] = missed[n] === 0 || missed[n] === miss ? miss : MISSES_MORE;
    }
  }

  /** A document passes when its figure is in the range; one without a figure (below 0) passes none. */
  byRange(owner: Owner, column: Float64Array, from = 0, to = Infinity): void {
    const { documents, missed } = this;
    const miss = this.missOf(owner);
    for (let n = 0; n < documents.length; n++) {
      const figure = column[documents[n]!]!;
      if (figure < from || figure > to || figure < 0)
        missed[n] = missed[n] === 0 || missed[n] === miss ? miss : MISSES_MORE;
    }
  }

  /** The documents that miss nothing, then for each facet those that miss its part alone. */
  parted(): Int32Array[] {
    if (!this.isAny) return [this.documents, ...facetNames.map(() => new Int32Array(0))];
    const { documents, missed } = this;
    const counts = new Int32Array(MISSES_MORE + 1);
    for (let n = 0; n < missed.length; n++) counts[missed[n]!]! += 1;
    const parts = [null, ...facetNames].map((_, miss) => new Int32Array(counts[miss]!));
    const reached = new Int32Array(parts.length);
    for (let n = 0; n < missed.length; n++) {
      const miss = missed[n]!;
      if (miss !== MISSES_MORE) parts[miss]![reached[miss]!++] = documents[n]!;
    }
    return parts;
  }

  private missOf(owner: Owner): number {
    this.isAny = true;
    return owner === null ? MISSES_MORE : facetNames.indexOf(owner) + 1;
  }
}

function documentsWith({ live }: ProductTable, words: readonly FastBitSet[]): Int32Array {
  const set = words.length === 0 ? live : live.clone();
  for (const other of words) set.intersection(other);
  const documents = new Int32Array(set.size());
  let n = 0;
  set.forEach(document => (documents[n++] = document));
  return documents;
}

function applyTables({ dimensions, categoryPaths }: ProductTable, filter: PoolFilter, misses: Misses): void {
  const { category, guarantee, barredSources, isTrending } = filter;
  const only = (owner: Owner, dimension: Dimension, wanted: string | undefined) => {
    if (wanted !== undefined)
      misses.byTable(
        owner,
        dimension,
        dimension.passing(value => value === wanted),
      );
  };
  only('tier', dimensions.tier, filter.tier);
  only('belt', dimensions.belt, filter.belt);
  only('source', dimensions.source, filter.source);
  only(null, dimensions.brand, filter.brandId);
  if (category !== undefined) {
    const below = dimensions.category.passing(leaf => categoryPaths.get(leaf)!.includes(category));
    misses.byTable('category', dimensions.category, below);
  }
  if (guarantee !== undefined) {
    const giving = dimensions.guarantees.passing(several => several.split(' ').includes(guarantee));
    misses.byTable('guarantees', dimensions.guarantees, giving);
  }
  if (barredSources !== undefined && barredSources.length > 0) {
    misses.byTable(
      null,
      dimensions.source,
      dimensions.source.passing(source => !barredSources.includes(source), true),
    );
  }
  if (isTrending !== undefined) {
    misses.byTable(
      null,
      dimensions.trending,
      dimensions.trending.passing(() => isTrending, !isTrending),
    );
  }
}

function applyRanges({ columns }: ProductTable, filter: PoolFilter, rates: Float64Array, misses: Misses): void {
  const within = (owner: Owner, column: Float64Array, from?: number, to?: number) => {
    if (from !== undefined || to !== undefined) misses.byRange(owner, column, from, to);
  };
  within('price', columns.price, filter.minPriceFen, filter.maxPriceFen);
  within('commission', rates, filter.minCommissionBps, filter.maxCommissionBps);
  within(null, columns.score, filter.minScore);
  within(null, columns.sales, filter.minSales30d);
  within(null, columns.listed, filter.listedFrom);
}
