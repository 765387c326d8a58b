import type FastBitSet from 'fastbitset';
import type { PoolFilter } from '../pool-index';
import type { Dimension } from './dimension';
import { facetNames, isWithin, Misses, MISSES_MORE, missOf, type FacetName, type Owner } from './misses';
import { commissionBandOf, type ProductTable } from './product-table';

/** How many documents have which value, by the value's number, of each facet. */
export type ValueCounts = Record<FacetName, Int32Array>;

/** What a filter finds, and what its facets count. */
export interface Found {
  /** The documents that fulfil all of the filter, in no order. */
  all: Int32Array;
  /** Each facet counts those that miss its own part alone too: what one would find on choosing another value. */
  counts(): ValueCounts;
}

/**
 * The documents in the pool that fulfil a filter by the rates that anybody gets; what a promoter's own rates
 * change of that is worked out by `withRates`, without looking at all documents again.
 */
export class Candidates implements Found {
  /** In the order of their numbers. */
  readonly all: Int32Array;
  private readonly nearly: readonly Int32Array[];
  /** What each document misses of the filter's other parts; only there when the filter looks at commissions. */
  private readonly others: Uint8Array | undefined;
  private counted: ValueCounts | undefined;

  constructor(
    private readonly table: ProductTable,
    words: readonly FastBitSet[],
    private readonly filter: PoolFilter,
  ) {
    const misses = new Misses(documentsWith(table, words), table.size);
    applyTables(table, filter, misses);
    applyRanges(table, filter, misses);
    const { minCommissionBps, maxCommissionBps } = filter;
    if (minCommissionBps !== undefined || maxCommissionBps !== undefined) {
      this.others = misses.byDocument();
      misses.byRange('commission', table.columns.rate, minCommissionBps, maxCommissionBps);
    }
    [this.all, ...this.nearly] = misses.parted() as [Int32Array, ...Int32Array[]];
  }

  /** How much memory they take, with the counts: these are as many as a facet has values, however little is found. */
  get bytes(): number {
    const documents = this.nearly.reduce((sum, some) => sum + some.length, this.all.length);
    const values = facetNames.reduce((sum, facet) => sum + this.table.dimensions[facet].values.length, 0);
    return (documents + values) * Int32Array.BYTES_PER_ELEMENT + (this.others?.length ?? 0);
  }

  /** Not to be changed. */
  counts(): ValueCounts {
    this.counted ??= byFacet(facet => {
      const dimension = this.table.dimensions[facet];
      return dimension.count(this.nearly[facetNames.indexOf(facet)]!, dimension.count(this.all));
    });
    return this.counted;
  }

  /** The same for one promoter. @param own their own rates, by document */
  withRates(own: ReadonlyMap<number, number>): Found {
    if (own.size === 0) return this;
    const moved = this.movedBy(own);
    return {
      all: this.allAfter(moved),
      counts: () =>
        byFacet(facet => (facet === 'commission' ? this.commissionsBy(own) : this.countedAfter(facet, moved))),
    };
  }

  private movedBy(own: ReadonlyMap<number, number>): Moved[] {
    const { others, table } = this;
    if (others === undefined) return [];
    const { minCommissionBps: from, maxCommissionBps: to } = this.filter;
    const moved: Moved[] = [];
    for (const [document, rate] of own) {
      const other = others[document]!;
      const before = withCommission(other, isWithin(table.columns.rate[document]!, from, to));
      const after = withCommission(other, isWithin(rate, from, to));
      if (before !== after) moved.push({ document, before, after });
    }
    return moved;
  }

  private allAfter(moved: readonly Moved[]): Int32Array {
    if (moved.length === 0) return this.all;
    const left = new Set(moved.flatMap(({ document, before }) => (before === 0 ? [document] : [])));
    const stayed = left.size === 0 ? this.all : this.all.filter(document => !left.has(document));
    const joined = moved.flatMap(({ document, after }) => (after === 0 ? [document] : []));
    const all = new Int32Array(stayed.length + joined.length);
    all.set(stayed);
    all.set(joined, stayed.length);
    return all;
  }

  private countedAfter(facet: FacetName, moved: readonly Moved[]): Int32Array {
    if (moved.length === 0) return this.counts()[facet];
    const counts = this.counts()[facet].slice();
    const { column } = this.table.dimensions[facet];
    const countsFor = (missed: number) => (missed === 0 || missed === missOf(facet) ? 1 : 0);
    for (const { document, before, after } of moved) counts[column[document]!]! += countsFor(after) - countsFor(before);
    return counts;
  }

  /** What is found but for the filter of commissions counts in the band of the promoter's own rate. */
  private commissionsBy(own: ReadonlyMap<number, number>): Int32Array {
    const counts = this.counts().commission.slice();
    const bands = this.table.dimensions.commission;
    for (const [document, rate] of own) {
      if (this.missesOthers(document)) continue;
      counts[bands.column[document]!]! -= 1;
      counts[bands.numberOf(commissionBandOf(rate))]! += 1;
    }
    return counts;
  }

  /** Whether a document misses any part of the filter but that of commissions. */
  private missesOthers(document: number): boolean {
    return this.others === undefined ? !has(this.all, document) : this.others[document] !== 0;
  }
}

/** A document that misses something else by a promoter's own rate than by the open one. */
interface Moved {
  document: number;
  before: number;
  after: number;
}

/** @param ascending numbers in their order */
function has(ascending: Int32Array, number: number): boolean {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return ascending[from] === number;
}

/** What a document misses in all, by what it misses of the other parts. */
function withCommission(other: number, passes: boolean): number {
  if (passes) return other;
  return other === 0 ? missOf('commission') : MISSES_MORE;
}

const byFacet = (counts: (facet: FacetName) => Int32Array): ValueCounts =>
  Object.fromEntries(facetNames.map(facet => [facet, counts(facet)])) as ValueCounts;

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
      'trending',
      dimensions.trending,
      dimensions.trending.passing(() => isTrending, !isTrending),
    );
  }
}

/** All ranges but that of commissions. */
function applyRanges({ columns }: ProductTable, filter: PoolFilter, misses: Misses): void {
  const within = (owner: Owner, column: Float64Array, from?: number, to?: number) => {
    if (from !== undefined || to !== undefined) misses.byRange(owner, column, from, to);
  };
  within('price', columns.price, filter.minPriceFen, filter.maxPriceFen);
  within('score', columns.score, filter.minScore);
  within(null, columns.sales, filter.minSales30d);
  within('hour', columns.listed, filter.listedFrom);
}
