import type { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';

/** What the index knows of a product: what it is searched, filtered, counted and sorted by. */
export interface PooledProduct {
  productId: string;
  brandId: string;
  /** Where its words come from: the title, its brand's name, its category's names. */
  text: string;
  /** Its category, which is a leaf, then the one above, and so on to the top. */
  categoryPath: readonly string[];
  priceFen: number;
  /** What anybody gets as it is now: the open plan's rate, or else the best activity's; null without either. */
  commonRateBps: number | null;
  score: number;
  sales30d: number;
  conversionBps: number | null;
  isTrending: boolean;
  /** First on the shelf, in milliseconds. */
  listedAt: number;
  tier: SupplyTier;
  belt: string | null;
  guarantees: readonly string[];
  source: string;
}

export const poolSorts = ['commission', 'sales', 'conversion', 'score', 'newest'] as const;
/** How rows are ordered; every one of them descending, then by productId. */
export type PoolSort = (typeof poolSorts)[number] | 'relevance';

/** What a product must be; what is left out may be anything. Both ends of a range are in it. */
export interface PoolFilter {
  category?: string;
  brandId?: string;
  tier?: string;
  belt?: string;
  guarantee?: string;
  source?: string;
  /** Sources that are not wanted. */
  barredSources?: readonly string[];
  minPriceFen?: number;
  maxPriceFen?: number;
  /** Rates are this promoter's own. */
  minCommissionBps?: number;
  maxCommissionBps?: number;
  minScore?: number;
  minSales30d?: number;
  /** In milliseconds: a whole hour. */
  listedFrom?: number;
  isTrending?: boolean;
}

/** What one promoter gets in place of what anybody gets. */
export interface PersonalRates {
  /** By productId. */
  products: ReadonlyMap<string, { commissionBps: number }>;
  /** By brandId: for all products of the brand that have none of their own. */
  brands: ReadonlyMap<string, { commissionBps: number }>;
}

/** Where a page ended: the last row's place in the order, and which state of the pool that order is of. */
export interface PoolPosition {
  /** Of the index that gave it. */
  generation: string;
  /** The row's sort values. */
  first: number;
  second: number;
  productId: string;
}

export interface PoolSearch {
  /** Words that all stand in the product's text, each as the beginning of a word there. */
  q: string;
  filter: PoolFilter;
  sort: PoolSort;
  after?: PoolPosition;
  limit: number;
  facets: boolean;
  /** Since when products count as new, in milliseconds: a whole hour. */
  newFrom: number;
  rates: PersonalRates;
  /** The rates when `after` was given: its order is of then. */
  ratesAtPosition: PersonalRates;
}

/** A facet tells no more values than these. */
export const MOST_VALUES = 1_000;

export interface FacetCount {
  value: string;
  count: number;
}

/** How many products of the view have which value; each facet leaves its own filter out. */
export interface PoolFacets {
  category: FacetCount[];
  tier: FacetCount[];
  belt: FacetCount[];
  guarantee: FacetCount[];
  source: FacetCount[];
  price: Array<{ minPriceFen: number; maxPriceFen: number | null; count: number }>;
  score: Array<{ minScore: number; maxScore: number | null; count: number }>;
  new: number;
  trending: number;
  /** By this promoter's own rates. */
  commission: Array<{ minCommissionBps: number; maxCommissionBps: number | null; count: number }>;
}

export interface PoolHit {
  productId: string;
  sales30d: number;
  conversionBps: number | null;
  isTrending: boolean;
  tier: SupplyTier;
}

export interface PoolPage {
  hits: PoolHit[];
  /** Where the next page begins; undefined on the last one. */
  next?: PoolPosition;
  /** Whether `after` was of a state that the index no longer knows: the page is of the present one. */
  isRestarted: boolean;
  facets?: PoolFacets;
}

/** One state of a product: in the pool, or (null) out of it. */
export type PoolChange = readonly [productId: string, product: PooledProduct | null];

/** A product that an index knows otherwise, and the first property, as the index calls it, in which it does. */
export interface Difference {
  productId: string;
  property: string;
}

/** All products as they are, some at a time, and the words of their own that brands and categories have. */
export interface PoolContents {
  ownWords: readonly string[];
  chunks: AsyncIterable<PooledProduct[]>;
  /** What changed while the chunks were read; called again until it says nothing more. */
  changesMeanwhile: () => Promise<PoolChange[]>;
}

/**
 * Finds products. An index follows what it is told; whether it was told everything is the follower's business.
 */
export abstract class PoolIndex {
  /** Whether it can answer: false before the first build is there. */
  abstract isReady(): Promise<boolean>;

  /** @throws Problem `product-pool/index-is-being-built` (503) before the first build is there */
  abstract find(search: PoolSearch): Promise<PoolPage>;

  abstract apply(changes: readonly PoolChange[]): Promise<void>;

  /** Builds the index anew beside the one that serves, then takes its place. */
  abstract rebuild(contents: PoolContents): Promise<void>;

  /** How many products it finds. */
  abstract count(): Promise<number>;

  /** What it knows otherwise of these products, in anything that it finds, shows, counts or sorts by. */
  abstract differences(products: readonly PoolChange[]): Promise<Difference[]>;

  /** Why it should be built anew, whatever it was told; null when there is no reason. */
  abstract wear(): Promise<string | null>;
}
