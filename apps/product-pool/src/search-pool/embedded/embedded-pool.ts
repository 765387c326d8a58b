import type { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import type {
  Difference,
  PoolChange,
  PooledProduct,
  PoolFilter,
  PoolHit,
  PoolPage,
  PoolPosition,
  PoolSearch,
  PoolSort,
} from '../pool-index';
import { commissionOf } from '../commission-of';
import type { Segmenter } from '../segmenter';
import { bestOf } from './best-of';
import { Candidates } from './candidates';
import { facetsOf } from './count-facets';
import { ownRates } from './own-rates';
import { NONE, ProductTable, type SortColumn } from './product-table';
import { Recent } from './recent';
import { WordIndex } from './word-index';

/** Of which state of the pool an order is: how many changes of values, and how many documents, there had been. */
interface Generation {
  state: number;
  size: number;
}

/** Of what was worked out for searches lately, so much is kept, in bytes. */
const ROOM_FOR_CANDIDATES = 16 << 20;
const ROOM_FOR_COLUMNS = 16 << 20;

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
  private readonly recentCandidates = new Recent<Candidates>(ROOM_FOR_CANDIDATES, ({ bytes }) => bytes);
  private readonly recentColumns = new Recent<Float64Array>(ROOM_FOR_COLUMNS, column => column.byteLength);

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
    const { after, limit } = search;
    const asked = this.segmenter.wordsAsked(search.q);
    const own = ownRates(this.table, search.rates);
    const candidates = this.candidatesOf(asked, search.filter);
    const found = candidates.withRates(own);
    const known = after && this.generationOf(after);
    const generation = known ?? this.present();
    const ownThen =
      known && search.ratesAtPosition !== search.rates ? ownRates(this.table, search.ratesAtPosition) : own;
    const order = this.orderOf(search.sort, asked, generation, ownThen);
    const documents = after ? this.behind(found.all, order, after) : found.all;
    const page = bestOf(documents, limit, order.first, (a, b) => this.compare(order, a, b));
    const last = documents.length > limit ? page.at(-1) : undefined;
    return {
      hits: page.map(document => this.hitOf(document)),
      ...(last === undefined ? {} : { next: this.positionOf(last, order, generation) }),
      isRestarted: after !== undefined && known === undefined,
      ...(search.facets ? { facets: facetsOf(this.table, found.counts(), search.newFrom) } : {}),
    };
  }

  /** Lets go of what it keeps to answer the same question faster. */
  forgetRecent(): void {
    this.recentCandidates.forget();
    this.recentColumns.forget();
  }

  /** Whether a position is one that this build gave. */
  gave({ generation }: PoolPosition): boolean {
    return generation.startsWith(`${this.build}.`);
  }

  differences(products: readonly PoolChange[]): Difference[] {
    return products.flatMap(([productId, product]) => {
      const property = this.table.difference(productId, product);
      return property === undefined ? [] : [{ productId, property }];
    });
  }

  private hitOf(document: number): PoolHit {
    const { columns, dimensions, ids } = this.table;
    return {
      productId: ids[document]!,
      sales30d: columns.sales[document]!,
      conversionBps: columns.conversion[document] === NONE ? null : columns.conversion[document]!,
      isTrending: dimensions.trending.column[document] !== 0,
      tier: dimensions.tier.values[dimensions.tier.column[document]!] as SupplyTier,
    };
  }

  /** By what anybody gets; everybody who asks the same shares them. */
  private candidatesOf(asked: readonly string[], filter: PoolFilter): Candidates {
    const { table } = this;
    const make = () =>
      new Candidates(
        table,
        asked.map(word => this.words.beginningWith(word)),
        filter,
      );
    return this.recentCandidates.get(JSON.stringify([asked, filter]), table.version, make);
  }

  /** @param own the rates that the promoter had of their own, by document */
  private orderOf(
    sort: PoolSort,
    asked: readonly string[],
    { state, size }: Generation,
    own: ReadonlyMap<number, number>,
  ): Order {
    const { table } = this;
    const recent = (name: string, make: () => Float64Array) =>
      this.recentColumns.get(`${name} ${state} ${size}`, table.version, make);
    const then = (name: SortColumn) => recent(name, () => table.columnAt(name, state, size));
    if (sort === 'relevance') {
      return { first: recent(`words ${asked.join(' ')}`, () => this.relevance(asked, size)), second: then('sales') };
    }
    if (sort !== 'commission') return { first: then(columnOfSort[sort]), second: null };
    const price = then('price');
    const open = recent('commission', () => commissionsOf(price, then('rate')));
    if (own.size === 0) return { first: open, second: null };
    const first = open.slice();
    for (const [document, rate] of own) first[document] = commissionOf(price[document]!, rate);
    return { first, second: null };
  }

  /** How many of the words asked for stand whole in a product's text. */
  private relevance(asked: readonly string[], size: number): Float64Array {
    const whole = new Float64Array(this.table.size);
    for (const word of asked) this.words.withWord(word).forEach(document => (whole[document]! += 1));
    return this.table.asThen(whole, size);
  }

  private compare({ first, second }: Order, a: number, b: number): number {
    return first[b]! - first[a]! || (second ? second[b]! - second[a]! : 0) || this.table.compareIds(a, b);
  }

  /** The documents that come behind a position. */
  private behind(documents: Int32Array, { first, second }: Order, after: PoolPosition): Int32Array {
    const { ids } = this.table;
    const reached = this.table.documentOf(after.productId);
    const hasLaterId = (document: number) => {
      if (document === reached) return false;
      return reached === undefined ? ids[document]! > after.productId : this.table.compareIds(document, reached) > 0;
    };
    const isBehind = (document: number) => {
      const figure = first[document]!;
      if (figure !== after.first) return figure < after.first;
      if (second !== null && second[document] !== after.second) return second[document]! < after.second;
      return hasLaterId(document);
    };
    const found = new Int32Array(documents.length);
    let count = 0;
    for (let n = 0; n < documents.length; n++) if (isBehind(documents[n]!)) found[count++] = documents[n]!;
    return found.subarray(0, count);
  }

  private positionOf(document: number, { first, second }: Order, { state, size }: Generation): PoolPosition {
    return {
      generation: `${this.build}.${state}.${size}`,
      first: first[document]!,
      second: second ? second[document]! : 0,
      productId: this.table.ids[document]!,
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

function commissionsOf(price: Float64Array, rate: Float64Array): Float64Array {
  const commissions = new Float64Array(price.length);
  for (let document = 0; document < price.length; document++) {
    commissions[document] = commissionOf(price[document]!, rate[document]!);
  }
  return commissions;
}
