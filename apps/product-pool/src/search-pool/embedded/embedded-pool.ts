import type FastBitSet from 'fastbitset';
import type {
  PersonalRates,
  PoolChange,
  PooledProduct,
  PoolHit,
  PoolPage,
  PoolPosition,
  PoolSearch,
} from '../pool-index';
import type { Segmenter } from '../segmenter';
import { bestOf } from './best-of';
import { Candidates } from './candidates';
import { countFacets } from './count-facets';
import { personalColumn } from './personal-column';
import { NONE, ProductTable, type SortColumn } from './product-table';
import { WordIndex } from './word-index';

/** Of which state of the pool an order is: how many changes of values, and how many documents, there had been. */
interface Generation {
  state: number;
  size: number;
}

const columnOfSort = { sales: 'sales', conversion: 'conversion', score: 'score', newest: 'listed' } as const;

/** The order of a search: two figures a document, the greater first, then the product's id. */
interface Order {
  first: Float64Array;
  second: Float64Array | null;
}

/**
 * The pool in this process's memory, one build of it. Filters see products as they are; an order is that of the first
 * page, so that whoever pages meets every product that fulfils the filter all the while exactly once.
 */
export class EmbeddedPool {
  readonly table = new ProductTable();
  private readonly words = new WordIndex();

  /** @param build tells this build's positions from those of any other, in this process or elsewhere */
  constructor(
    private readonly build: string,
    private readonly segmenter: Segmenter,
  ) {}

  put(product: PooledProduct): void {
    const { document, isNew } = this.table.put(product);
    if (isNew) this.words.add(document, this.segmenter.wordsOf(product.text));
  }

  apply(changes: readonly PoolChange[]): void {
    for (const [productId, product] of changes) {
      if (product) this.put(product);
      else this.table.remove(productId);
    }
  }

  find(search: PoolSearch): PoolPage {
    const { table } = this;
    const { filter, after, limit } = search;
    const asked = this.segmenter.wordsAsked(search.q);
    const words = asked.map(word => this.words.beginningWith(word));
    const rates = personalColumn(table, table.columns.rate, search.rates);
    const candidates = new Candidates(table, words, filter, rates);
    const known = after && this.generationOf(after);
    const generation = known ?? this.present();
    const order = this.orderOf(search, asked, generation, known ? search.ratesAtPosition : search.rates);
    const documents = after ? this.behind(candidates.all(), order, after) : candidates.all();
    const page = bestOf(documents, limit, (a, b) => this.compare(order, a, b));
    const last = page.length === limit && documents.length > limit ? page.at(-1) : undefined;
    return {
      hits: page.map(document => this.hitOf(document)),
      ...(last === undefined ? {} : { next: this.positionOf(last, order, generation) }),
      isRestarted: after !== undefined && known === undefined,
      ...(search.facets ? { facets: countFacets(table, candidates) } : {}),
    };
  }

  look(productIds: readonly string[]): Map<string, PoolHit & { priceFen: number }> {
    const documents = productIds
      .map(productId => this.table.documentOf(productId))
      .filter(document => document !== undefined && this.table.live.has(document)) as number[];
    const { price } = this.table.columns;
    return new Map(
      documents.map(document => [this.table.ids[document]!, { ...this.hitOf(document), priceFen: price[document]! }]),
    );
  }

  private hitOf(document: number): PoolHit {
    const { sales, conversion } = this.table.columns;
    return {
      productId: this.table.ids[document]!,
      sales30d: sales[document]!,
      conversionBps: conversion[document] === NONE ? null : conversion[document]!,
      isTrending: this.table.trending.has(document),
    };
  }

  private orderOf(search: PoolSearch, asked: string[], { state, size }: Generation, rates: PersonalRates): Order {
    const then = (name: SortColumn) => this.table.columnAt(name, state, size);
    if (search.sort === 'relevance') return { first: this.relevance(asked, size), second: then('sales') };
    if (search.sort !== 'commission') return { first: then(columnOfSort[search.sort]), second: null };
    const rate = personalColumn(this.table, then('rate'), rates);
    const price = then('price');
    return { first: price.map((fen, document) => commissionOf(fen, rate[document]!)), second: null };
  }

  /** How many of the words asked for stand whole in a product's text. */
  private relevance(asked: readonly string[], size: number): Float64Array {
    const whole = new Float64Array(this.table.size);
    for (const word of asked) for (const document of this.words.withWord(word).array()) whole[document]! += 1;
    return this.table.asThen(whole, size);
  }

  private compare({ first, second }: Order, a: number, b: number): number {
    return first[b]! - first[a]! || (second ? second[b]! - second[a]! : 0) || this.table.compareIds(a, b);
  }

  /** The documents that come behind a position. */
  private behind(documents: readonly number[], { first, second }: Order, after: PoolPosition): readonly number[] {
    const { ids } = this.table;
    const reached = this.table.documentOf(after.productId);
    return documents.filter(document => {
      const difference = after.first - first[document]! || (second === null ? 0 : after.second - second[document]!);
      if (difference !== 0) return difference > 0;
      if (document === reached) return false;
      return reached === undefined ? ids[document]! > after.productId : this.table.compareIds(document, reached) > 0;
    });
  }

  private positionOf(document: number, { first, second }: Order, { state, size }: Generation): PoolPosition {
    return {
      generation: `${this.build}.${state}.${size}`,
      ...{ first: first[document]!, second: second ? second[document]! : 0, productId: this.table.ids[document]! },
    };
  }

  private present(): Generation {
    return { state: this.table.past.now, size: this.table.size };
  }

  /** The state that a position is of; undefined when it is another build's, or forgotten. */
  private generationOf({ generation }: PoolPosition): Generation | undefined {
    const [build, ...counts] = generation.split('.');
    const [state, size] = counts.map(Number);
    // A reader may send any text.
    if (build !== this.build || !Number.isInteger(state) || !this.table.past.knows(state!)) return undefined;
    if (!Number.isInteger(size) || size! < 0 || size! > this.table.size) return undefined;
    return { state: state!, size: size! };
  }
}

/** What one sale brings, for the order alone: beyond 2⁵³ it may be a fen off, where nobody sees it. */
export const commissionOf = (priceFen: number, rateBps: number): number =>
  rateBps < 0 ? NONE : Math.floor((priceFen * rateBps) / 10_000);
