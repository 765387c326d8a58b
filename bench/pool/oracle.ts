import { CategoryTree, firstCategories } from '../../apps/product-pool/src/domain/category-tree';
import { COMMISSION_BANDS, PRICE_BANDS } from '../../apps/product-pool/src/search-pool/bands';
import { Segmenter } from '../../apps/product-pool/src/search-pool/segmenter';
import { isForSale, type Deal, type Pool } from './data/pool';
import type { PoolProduct } from './data/products';
import type { NamedQuery, PoolFilter } from './queries';

/** Counts by facet and value: `category`, `tier`, `belt`, `guarantee`, `source`; `price`, `commission` by a band's begin. */
export type FacetCounts = Record<string, Record<string, number>>;

const LEAST_CLICKS = 100;
const tree = new CategoryTree(firstCategories);

interface Known {
  product: PoolProduct;
  tier: string;
  categories: string[];
  words: string[];
}

/**
 * Answers every search by looking at every product: slow, and too simple to be wrong. What it shares with the service
 * is how texts come apart into words, since that is a dictionary's word and not a result.
 */
export class Oracle {
  private readonly segmenter = new Segmenter();
  private readonly known: Known[];
  private readonly deals = new Map<string, Deal[]>();

  constructor(pool: Pool) {
    const brands = new Map(pool.brands.map(brand => [brand.brandId, brand]));
    this.segmenter.learn([...pool.brands, ...tree.rows].map(({ name }) => name));
    const nameOf = new Map(tree.rows.map(({ id, name, nameEn }) => [id, `${name} ${nameEn}`]));
    this.known = pool.products.filter(isForSale).map(product => {
      const { name, tier } = brands.get(product.brandId)!;
      const text = `${product.title} ${name} ${nameOf.get(product.categoryId)}`;
      return { product, tier, categories: tree.pathOf(product.categoryId), words: this.segmenter.wordsOf(text) };
    });
    for (const deal of pool.deals) this.deals.set(deal.promoterId, [...(this.deals.get(deal.promoterId) ?? []), deal]);
  }

  /** The ids of all hits in their order. */
  idsOf(query: NamedQuery, promoterId: string): string[] {
    const words = this.segmenter.wordsAsked(query.q ?? '');
    const rateOf = this.ratesOf(promoterId);
    const hits = this.known.filter(one => hasWords(one, words) && fits(one, query.filter, rateOf(one.product)));
    const rows = hits.map(({ product, words: its }) => ({
      id: product.productId,
      values: sortValues(query, product, rateOf(product), words.filter(word => its.includes(word)).length),
    }));
    rows.sort((a, b) => b.values[0] - a.values[0] || b.values[1] - a.values[1] || (a.id < b.id ? -1 : 1));
    return rows.map(({ id }) => id);
  }

  /** Each facet counted over what the query would find without that facet's own part of the filter. */
  facetsOf(query: NamedQuery, promoterId: string): FacetCounts {
    const words = this.segmenter.wordsAsked(query.q ?? '');
    const rateOf = this.ratesOf(promoterId);
    const found = this.known.filter(one => hasWords(one, words));
    return Object.fromEntries(
      Object.entries(facets).map(([name, { own, valuesOf }]) => {
        const filter = { ...query.filter };
        for (const part of own) delete filter[part];
        const counts: Record<string, number> = {};
        for (const one of found) {
          const rateBps = rateOf(one.product);
          if (!fits(one, filter, rateBps)) continue;
          for (const value of valuesOf(one, rateBps)) counts[value] = (counts[value] ?? 0) + 1;
        }
        return [name, counts];
      }),
    );
  }

  /** What a promoter gets of each product, the open rate where nothing was agreed with them. */
  private ratesOf(promoterId: string): (product: PoolProduct) => number {
    const deals = this.deals.get(promoterId) ?? [];
    const rates = (kind: Deal['kind']) =>
      new Map(deals.filter(deal => deal.kind === kind).map(deal => [deal.subjectId, deal.commissionBps]));
    const [exclusive, directed, shops] = [rates('exclusive'), rates('directed'), rates('shop-directed')];
    return ({ productId, brandId, commissionBps }) =>
      exclusive.get(productId) ?? directed.get(productId) ?? shops.get(brandId) ?? commissionBps;
  }
}

/** A price changes: what it was is forgotten. */
export function reprice(pool: Pool, prices: ReadonlyMap<string, number>): void {
  for (const product of pool.products) product.priceFen = prices.get(product.productId) ?? product.priceFen;
}

const hasWords = ({ words }: Known, asked: readonly string[]): boolean =>
  asked.every(beginning => words.some(word => word.startsWith(beginning)));

function fits({ product, tier, categories }: Known, filter: PoolFilter, rateBps: number): boolean {
  const { minPriceFen = 0, maxPriceFen = Infinity, minCommissionBps = 0, maxCommissionBps = Infinity } = filter;
  return (
    (filter.category === undefined || categories.includes(filter.category)) &&
    (filter.tier === undefined || tier === filter.tier) &&
    (filter.belt === undefined || product.belt === filter.belt) &&
    (filter.guarantee === undefined || product.guarantees.some(one => one === filter.guarantee)) &&
    (filter.source === undefined || product.source === filter.source) &&
    product.productScore >= (filter.minScore ?? 0) &&
    product.priceFen >= minPriceFen &&
    product.priceFen <= maxPriceFen &&
    rateBps >= minCommissionBps &&
    rateBps <= maxCommissionBps
  );
}

/** The greater first; equal ones by id. */
function sortValues(query: NamedQuery, product: PoolProduct, rateBps: number, wholeWords: number): [number, number] {
  switch (query.sort) {
    case undefined:
      return [wholeWords, product.sales30d];
    case 'commission':
      return [Math.floor((product.priceFen * rateBps) / 10_000), 0];
    case 'sales':
      return [product.sales30d, 0];
    case 'score':
      return [product.productScore, 0];
    case 'newest':
      return [-product.daysOnShelf, 0];
    case 'conversion':
      return [conversionBps(product) ?? -1, 0];
  }
}

/** Distribution sales per 10,000 clicks; nothing can be said of fewer than a hundred. */
export function conversionBps({ distributionSales30d, clicks30d }: PoolProduct): number | null {
  if (clicks30d < LEAST_CLICKS) return null;
  return Math.min(10_000, Math.floor((distributionSales30d * 10_000) / clicks30d));
}

const facets: Record<string, { own: Array<keyof PoolFilter>; valuesOf: (one: Known, rateBps: number) => string[] }> = {
  category: { own: ['category'], valuesOf: ({ categories }) => categories },
  tier: { own: ['tier'], valuesOf: ({ tier }) => [tier] },
  belt: { own: ['belt'], valuesOf: ({ product }) => (product.belt === null ? [] : [product.belt]) },
  guarantee: { own: ['guarantee'], valuesOf: ({ product }) => product.guarantees },
  source: { own: ['source'], valuesOf: ({ product }) => [product.source] },
  price: {
    own: ['minPriceFen', 'maxPriceFen'],
    valuesOf: ({ product }) => [bandOf(product.priceFen, PRICE_BANDS)],
  },
  commission: {
    own: ['minCommissionBps', 'maxCommissionBps'],
    valuesOf: (_, rateBps) => [bandOf(rateBps, COMMISSION_BANDS)],
  },
};

const bandOf = (figure: number, bands: readonly number[]): string => String(bands.findLast(begin => begin <= figure)!);
