import FastBitSet from 'fastbitset';
import { bandOf, COMMISSION_BANDS, PRICE_BANDS, SCORE_BANDS, wholeHour } from '../bands';
import type { PooledProduct } from '../pool-index';
import { Dimension } from './dimension';
import { grown } from './grown';
import { PastValues } from './past-values';

/** What orders come from; the order of these names is that of PastValues' values. */
export const sortColumns = ['price', 'rate', 'sales', 'conversion', 'score', 'listed'] as const;
export type SortColumn = (typeof sortColumns)[number];

/**
 * What rows are filtered and counted by. `guarantees` are all of a product's as one value, since few sets of them occur;
 * `price` and `commission` are the bands that the price and what anybody gets lie in, `score`
 * likewise; `hour` is the one in which a product was first on the shelf.
 */
const dimensionNames = [
  ...([
    'category',
    'tier',
    'belt',
    'guarantees',
    'source',
    'price',
    'commission',
    'score',
    'trending',
    'hour',
    'brand',
  ] as const),
];
export type DimensionName = (typeof dimensionNames)[number];

/** A band that no common rate lies in may be one that a promoter's own rate lies in. */
const commissionBands = COMMISSION_BANDS.map((_, band) => String(band));

/** The band of a rate, as `commission` has it. */
export const commissionBandOf = (rateBps: number): string => String(bandOf(rateBps, COMMISSION_BANDS));

/** Stands for "none" in columns of rates and conversions, and so sorts last. */
export const NONE = -1;

/**
 * The products of the pool as documents: numbers from 0 in the order in which they came, with a column for each
 * property. A product whose text changes becomes a new document; one that leaves the pool keeps its number and may return.
 */
export class ProductTable {
  /** Documents that are in the pool now. */
  readonly live = new FastBitSet();
  readonly dimensions = Object.fromEntries(
    dimensionNames.map(name => [name, new Dimension(name === 'commission' ? commissionBands : [])]),
  ) as Record<DimensionName, Dimension>;
  /** From a leaf to what it and those above it are called. */
  readonly categoryPaths = new Map<string, readonly string[]>();
  readonly past = new PastValues();
  /** Another one whenever anything that a search looks at may have changed. */
  version = 0;
  readonly ids: string[] = [];
  readonly columns = Object.fromEntries(sortColumns.map(name => [name, new Float64Array(0)])) as Record<
    SortColumn,
    Float64Array
  >;

  private readonly documents = new Map<string, number>();
  private readonly texts: string[] = [];
  /** One more than the document that the product was before its text changed; 0 for none. */
  private predecessors = new Int32Array(0);
  private capacity = 0;
  /** Documents below this number stand in the order of their ids. */
  private inOrder = 0;
  private products = 0;

  /** How many documents there are, dead ones too. */
  get size(): number {
    return this.ids.length;
  }

  /** How many products are in the pool. */
  get count(): number {
    return this.products;
  }

  /** How many documents no product has any more: they only cost room. */
  get abandoned(): number {
    return this.size - this.documents.size;
  }

  documentOf(productId: string): number | undefined {
    return this.documents.get(productId);
  }

  /** @returns the product's document, and whether it is new, so that its words must be indexed */
  put(product: PooledProduct): { document: number; isNew: boolean } {
    const known = this.documents.get(product.productId);
    if (known !== undefined && this.texts[known] === product.text) {
      this.noteSortValues(known, product);
      this.write(known, product);
      return { document: known, isNew: false };
    }
    const document = this.add(product, known ?? -1);
    if (known !== undefined) this.setLive(known, false);
    this.write(document, product);
    return { document, isNew: true };
  }

  /** The product has left the pool. */
  remove(productId: string): void {
    const document = this.documents.get(productId);
    if (document !== undefined) this.setLive(document, false);
  }

  /**
   * The first property in which a product is known otherwise than it is, of all that `put` writes; undefined for none.
   * @param product null: it is out of the pool
   */
  difference(productId: string, product: PooledProduct | null): string | undefined {
    const document = this.documents.get(productId);
    const isKnown = document !== undefined && this.live.has(document);
    if (product === null || !isKnown) return isKnown === (product !== null) ? undefined : 'presence';
    if (this.texts[document] !== product.text) return 'text';
    const path = this.categoryPaths.get(product.categoryPath[0]!);
    if (path?.join(' ') !== product.categoryPath.join(' ')) return 'category';
    const figures = sortValuesOf(product);
    const values = valuesOf(product);
    return (
      sortColumns.find((name, n) => this.columns[name][document] !== figures[n]) ??
      dimensionNames.find(name => this.dimensions[name].valueAt(document) !== values[name])
    );
  }

  /** Which of two documents' products comes first by its id; negative: the first. */
  compareIds(a: number, b: number): number {
    if (a < this.inOrder && b < this.inOrder) return a - b;
    return this.ids[a]! < this.ids[b]! ? -1 : 1;
  }

  /**
   * A column as it was in an earlier state, when there were so many documents. Of a product whose text has changed
   * since it is the value of the document that it was.
   */
  columnAt(name: SortColumn, state: number, size: number): Float64Array {
    const past = this.past.restored(this.columns[name], sortColumns.indexOf(name), state);
    return this.asThen(past, size);
  }

  /** The values of documents that came later, as those that they were then had them; a copy where that changes any. */
  asThen(values: Float64Array, size: number): Float64Array {
    let then = values;
    for (let document = size; document < this.size; document++) {
      const predecessor = this.predecessors[document]! - 1;
      if (predecessor < 0) continue;
      if (then === values) then = values.slice();
      then[document] = then[predecessor]!;
    }
    return then;
  }

  private add(product: PooledProduct, predecessor: number): number {
    const document = this.ids.length;
    if (document === this.capacity) this.grow();
    if (document === this.inOrder && (document === 0 || this.ids[document - 1]! < product.productId)) {
      this.inOrder += 1;
    }
    this.ids.push(product.productId);
    this.texts.push(product.text);
    this.predecessors[document] = predecessor + 1;
    this.documents.set(product.productId, document);
    return document;
  }

  private grow(): void {
    this.capacity = Math.max(1_024, Math.ceil(this.capacity * 1.25));
    for (const name of sortColumns) this.columns[name] = grown(this.columns[name], this.capacity);
    for (const dimension of Object.values(this.dimensions)) dimension.grow(this.capacity);
    this.predecessors = grown(this.predecessors, this.capacity);
  }

  private noteSortValues(document: number, product: PooledProduct): void {
    const after = sortValuesOf(product);
    const before = sortColumns.map(name => this.columns[name][document]!);
    if (before.some((value, n) => value !== after[n])) this.past.note(document, before);
  }

  private write(document: number, product: PooledProduct): void {
    this.version += 1;
    sortValuesOf(product).forEach((value, n) => (this.columns[sortColumns[n]!][document] = value));
    this.categoryPaths.set(product.categoryPath[0]!, product.categoryPath);
    const values = valuesOf(product);
    for (const name of dimensionNames) this.dimensions[name].set(document, values[name]);
    this.setLive(document, true);
  }

  private setLive(document: number, isLive: boolean): void {
    if (this.live.has(document) === isLive) return;
    this.version += 1;
    if (isLive) this.live.add(document);
    else this.live.remove(document);
    this.products += isLive ? 1 : -1;
  }
}

const sortValuesOf = (product: PooledProduct): number[] => [
  ...[product.priceFen, product.commonRateBps ?? NONE],
  ...[product.sales30d, product.conversionBps ?? NONE, product.score, product.listedAt],
];

const valuesOf = (product: PooledProduct): Record<DimensionName, string | null> => ({
  category: product.categoryPath[0]!,
  tier: product.tier,
  belt: product.belt,
  guarantees: product.guarantees.length === 0 ? null : [...product.guarantees].sort().join(' '),
  source: product.source,
  price: String(bandOf(product.priceFen, PRICE_BANDS)),
  commission: product.commonRateBps === null ? null : commissionBandOf(product.commonRateBps),
  brand: product.brandId,
  score: String(bandOf(product.score, SCORE_BANDS)),
  trending: product.isTrending ? 'trending' : null,
  hour: String(wholeHour(product.listedAt)),
});
