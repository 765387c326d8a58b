import type FastBitSet from 'fastbitset';
import type { PoolFilter } from '../pool-index';
import type { ProductTable, SortColumn } from './product-table';

type Facet = 'category' | 'tier' | 'belt' | 'guarantee' | 'source' | 'price' | 'commission';

/** One part of a filter, and the facet whose own it is. */
interface Condition {
  facet: Facet | null;
  set?: FastBitSet;
  holds?: (document: number) => boolean;
}

/** The documents in the pool that fulfil a filter. */
export class Candidates {
  private readonly conditions: Condition[];
  private whole: number[] | undefined;

  /** @param rates the promoter's, by document */
  constructor(
    private readonly table: ProductTable,
    words: readonly FastBitSet[],
    filter: PoolFilter,
    rates: Float64Array,
  ) {
    this.conditions = [
      ...words.map(set => ({ facet: null, set })),
      ...sets(table, filter),
      ...tests(table, filter, rates),
    ];
  }

  /** Those that fulfil all of it. */
  all(): readonly number[] {
    this.whole ??= this.under(this.conditions);
    return this.whole;
  }

  /** Those that fulfil it without the facet's own part: what one would find on choosing another value. */
  without(facet: Facet): readonly number[] {
    const others = this.conditions.filter(condition => condition.facet !== facet);
    return others.length === this.conditions.length ? this.all() : this.under(others);
  }

  private under(conditions: readonly Condition[]): number[] {
    const set = this.table.live.clone();
    for (const condition of conditions) if (condition.set) set.intersection(condition.set);
    const tests = conditions.flatMap(({ holds }) => (holds ? [holds] : []));
    const documents = set.array();
    return tests.length === 0 ? documents : documents.filter(document => tests.every(holds => holds(document)));
  }
}

function sets(table: ProductTable, { guarantee, isTrending }: PoolFilter): Condition[] {
  const conditions: Condition[] = [];
  if (guarantee !== undefined) {
    const set = table.guarantees.get(guarantee);
    conditions.push({ facet: 'guarantee', ...(set ? { set } : { holds: () => false }) });
  }
  if (isTrending === true) conditions.push({ facet: null, set: table.trending });
  if (isTrending === false) conditions.push({ facet: null, holds: document => !table.trending.has(document) });
  return conditions;
}

function tests(table: ProductTable, filter: PoolFilter, rates: Float64Array): Condition[] {
  const conditions: Condition[] = [];
  if (filter.category !== undefined) {
    const leaves = table.category.values.map(leaf => table.categoryPaths.get(leaf)!.includes(filter.category!));
    const { column } = table.category;
    conditions.push({ facet: 'category', holds: document => leaves[column[document]!]! });
  }
  for (const name of ['tier', 'belt', 'source'] as const) {
    if (filter[name] === undefined) continue;
    const { column } = table[name];
    const number = numberWanted(table[name].numberOf(filter[name]));
    conditions.push({ facet: name, holds: document => column[document] === number });
  }
  if (filter.brandId !== undefined) {
    const { column } = table.brand;
    const number = numberWanted(table.brand.numberOf(filter.brandId));
    conditions.push({ facet: null, holds: document => column[document] === number });
  }
  if (filter.barredSources !== undefined && filter.barredSources.length > 0) {
    const barred = new Set(filter.barredSources.map(source => numberWanted(table.source.numberOf(source))));
    const { column } = table.source;
    conditions.push({ facet: null, holds: document => !barred.has(column[document]!) });
  }
  const range = (facet: Facet | null, column: Float64Array, from: number | undefined, to: number | undefined) => {
    if (from !== undefined) conditions.push({ facet, holds: document => column[document]! >= from });
    // None is no rate: it is not below any.
    if (to !== undefined)
      conditions.push({ facet, holds: document => column[document]! <= to && column[document]! >= 0 });
  };
  const column = (name: SortColumn) => table.columns[name];
  range('price', column('price'), filter.minPriceFen, filter.maxPriceFen);
  range('commission', rates, filter.minCommissionBps, filter.maxCommissionBps);
  range(null, column('score'), filter.minScore, undefined);
  range(null, column('sales'), filter.minSales30d, undefined);
  range(null, column('listed'), filter.listedFrom, undefined);
  return conditions;
}

/** A value that nothing has had is nobody's number; −1 would be that of those without any value. */
const numberWanted = (number: number): number => (number < 0 ? -2 : number);
