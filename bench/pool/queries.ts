/** What a search asks for; the names are the parameters of the pool's address. */
export interface PoolFilter {
  category?: string;
  tier?: string;
  belt?: string;
  guarantee?: string;
  source?: string;
  minPriceFen?: number;
  maxPriceFen?: number;
  minCommissionBps?: number;
  maxCommissionBps?: number;
  minScore?: number;
}

export interface NamedQuery {
  name: string;
  q?: string;
  filter: PoolFilter;
  /** By relevance when left out, where there are words. */
  sort?: 'commission' | 'sales' | 'conversion' | 'score' | 'newest';
  /** Which page is asked for, counted from 1. */
  page?: number;
}

/** Rows on a page, as the address gives them unless told. */
export const PAGE = 50;

/** What promoters ask, from the easiest to the hardest: all of them with facets. */
export const queries: readonly NamedQuery[] = [
  { name: 'broad', filter: { category: 'food' }, sort: 'sales' },
  { name: 'narrow', filter: { category: 'food.snacks.nuts', tier: 'silver', minScore: 470 }, sort: 'score' },
  { name: 'two Chinese words', q: '坚果 礼盒', filter: {} },
  { name: 'one character', q: '柚', filter: {}, sort: 'sales' },
  { name: 'English prefix', q: 'choco', filter: {}, sort: 'newest' },
  {
    name: 'ranges by commission',
    filter: { minPriceFen: 2_000, maxPriceFen: 9_900, minCommissionBps: 1_500, maxCommissionBps: 3_500 },
    sort: 'commission',
  },
  { name: 'deep page', filter: {}, sort: 'newest', page: 200 },
  { name: 'everything', filter: {}, sort: 'sales' },
  { name: 'no hit', q: '并无此物 xyzzy', filter: {}, sort: 'sales' },
  {
    name: 'mixed',
    q: '有机',
    filter: { category: 'food', minPriceFen: 1_000, minCommissionBps: 500, guarantee: 'refund-without-return' },
    sort: 'conversion',
  },
];

/** The deep page of a pool that has fewer pages is its last but one. */
export function pageAsked(query: NamedQuery, hits: number): number {
  return Math.max(1, Math.min(query.page ?? 1, Math.floor(hits / PAGE) - 1));
}

/** The address of a page. */
export function addressOf(promoterId: string, query: NamedQuery, cursor?: string): string {
  const parameters = new URLSearchParams({
    ...(query.q === undefined ? {} : { q: query.q }),
    ...Object.fromEntries(Object.entries(query.filter).map(([name, value]) => [name, String(value)])),
    ...(query.sort === undefined ? {} : { sort: query.sort }),
    facets: 'true',
    limit: String(PAGE),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return `/v1/promoters/${promoterId}/pool?${parameters.toString()}`;
}
