import { COMMISSION_BANDS, PRICE_BANDS, SCORE_BANDS } from '../bands';
import {
  MOST_VALUES,
  type PersonalRates,
  type PoolFacets,
  type PoolFilter,
  type PoolPosition,
  type PoolSearch,
} from '../pool-index';

type Clause = Record<string, unknown>;
type Facet = keyof PoolFacets;

/** One part of a filter, and the facet whose own it is. */
interface Condition {
  facet: Facet | null;
  clause: Clause;
}

/** The rate that this promoter gets, in OpenSearch's own language; −1 for none. */
const RATE = `def own = params.products[doc['productId'].value];
  if (own == null) own = params.brands[doc['brandId'].value];
  if (own == null) own = doc['commonRateBps'].size() == 0 ? -1 : doc['commonRateBps'].value;`;

/** One page: its hits in order, and nothing counted. */
export function pageQuery(search: PoolSearch, asked: readonly string[], after: PoolPosition | undefined) {
  const hasSecond = search.sort === 'relevance';
  return {
    size: search.limit + 1, // One more says that there is another page.
    track_total_hits: false,
    _source: ['productId', 'sales30d', 'conversion', 'isTrending', 'tier'],
    query: {
      bool: {
        filter: [...wordClauses(asked), ...conditionsOf(search.filter, search.rates).map(({ clause }) => clause)],
        // How many of the words stand whole.
        should: asked.map(word => ({ constant_score: { filter: { term: { words: word } }, boost: 1 } })),
      },
    },
    sort: [...orderOf(search, after ? search.ratesAtPosition : search.rates), { productId: 'asc' }],
    ...(after ? { search_after: [after.first, ...(hasSecond ? [after.second] : []), after.productId] } : {}),
  };
}

/**
 * The facets that know nothing of rates, unless the filter does: without hits, so that OpenSearch may keep the answer
 * until the index changes, for everybody who asks the same.
 */
export function facetsQuery(search: PoolSearch, asked: readonly string[]) {
  const conditions = conditionsOf(search.filter, search.rates);
  const everywhere = conditions.filter(({ facet }) => facet === null).map(({ clause }) => clause);
  const facet = (name: Facet, counts: Clause) => {
    const others = conditions.filter(condition => condition.facet !== null && condition.facet !== name);
    return { filter: { bool: { filter: others.map(({ clause }) => clause) } }, aggs: { counts } };
  };
  const values = (field: string) => ({
    terms: { field, size: MOST_VALUES, order: [{ _count: 'desc' }, { _key: 'asc' }] },
  });
  return {
    size: 0,
    query: { bool: { filter: [...wordClauses(asked), ...everywhere] } },
    aggs: {
      category: facet('category', values('category')),
      tier: facet('tier', values('tier')),
      belt: facet('belt', values('belt')),
      guarantee: facet('guarantee', values('guarantee')),
      source: facet('source', values('source')),
      price: facet('price', bands({ field: 'priceFen' }, PRICE_BANDS)),
      score: facet('score', bands({ field: 'score' }, SCORE_BANDS)),
      new: facet('new', { filter: { range: { listedAt: { gte: search.newFrom } } } }),
      trending: facet('trending', { filter: { term: { isTrending: true } } }),
    },
  };
}

/** The facet of commissions, which is each promoter's own: scripts look only at the products of which they have a rate. */
export function commissionsQuery({ filter, rates }: PoolSearch, asked: readonly string[]) {
  const others = conditionsOf(filter, rates).filter(({ facet }) => facet !== 'commission');
  const own = [{ terms: { productId: [...rates.products.keys()] } }, { terms: { brandId: [...rates.brands.keys()] } }];
  const script = { source: `${RATE} return own;`, params: parametersOf(rates) };
  return {
    size: 0,
    query: { bool: { filter: [...wordClauses(asked), ...others.map(({ clause }) => clause)] } },
    aggs: {
      common: {
        filter: { bool: { must_not: own } },
        aggs: { counts: bands({ field: 'commonRateBps' }, COMMISSION_BANDS) },
      },
      own: { filter: { bool: { should: own } }, aggs: { counts: bands({ script }, COMMISSION_BANDS) } },
    },
  };
}

/** @param figure a field, or a script that works it out; one below 0 is in no band */
const bands = (figure: { field: string } | { script: Clause }, begins: readonly number[]) => ({
  range: {
    ...figure,
    ranges: begins.map((from, n) => ({ from, ...(n + 1 < begins.length ? { to: begins[n + 1] } : {}) })),
  },
});

const wordClauses = (asked: readonly string[]): Clause[] => asked.map(word => ({ prefix: { words: { value: word } } }));

function orderOf({ sort }: PoolSearch, rates: PersonalRates): Clause[] {
  switch (sort) {
    case 'relevance':
      return [{ _score: 'desc' }, { sales30d: 'desc' }];
    case 'commission': {
      if (rates.products.size + rates.brands.size === 0) return [{ commission: 'desc' }];
      const source = `${RATE} return own < 0 ? -1 : Math.floor((double) doc['priceFen'].value * own / 10000.0);`;
      return [{ _script: { type: 'number', order: 'desc', script: { source, params: parametersOf(rates) } } }];
    }
    case 'sales':
      return [{ sales30d: 'desc' }];
    case 'conversion':
      return [{ conversion: 'desc' }];
    case 'score':
      return [{ score: 'desc' }];
    case 'newest':
      return [{ listedAt: 'desc' }];
  }
}

function conditionsOf(filter: PoolFilter, rates: PersonalRates): Condition[] {
  const conditions: Condition[] = [];
  const add = (facet: Facet | null, clause: Clause) => conditions.push({ facet, clause });
  const within = (facet: Facet | null, field: string, from?: number, to?: number) => {
    if (from !== undefined || to !== undefined) add(facet, { range: { [field]: { gte: from ?? 0, lte: to } } });
  };
  for (const name of ['category', 'tier', 'belt', 'guarantee', 'source'] as const) {
    if (filter[name] !== undefined) add(name, { term: { [name]: filter[name] } });
  }
  if (filter.brandId !== undefined) add(null, { term: { brandId: filter.brandId } });
  if (filter.isTrending !== undefined) add('trending', { term: { isTrending: filter.isTrending } });
  if (filter.barredSources?.length) add(null, { bool: { must_not: { terms: { source: filter.barredSources } } } });
  within('price', 'priceFen', filter.minPriceFen, filter.maxPriceFen);
  within('score', 'score', filter.minScore);
  within(null, 'sales30d', filter.minSales30d);
  within('new', 'listedAt', filter.listedFrom);
  if (rates.products.size + rates.brands.size === 0) {
    within('commission', 'commonRateBps', filter.minCommissionBps, filter.maxCommissionBps);
  } else if (filter.minCommissionBps !== undefined || filter.maxCommissionBps !== undefined) {
    const span = { from: filter.minCommissionBps ?? 0, to: filter.maxCommissionBps ?? 10_000 };
    const source = `${RATE} return own >= params.from && own <= params.to;`;
    add('commission', { script: { script: { source, params: { ...parametersOf(rates), ...span } } } });
  }
  return conditions;
}

function parametersOf({ products, brands }: PersonalRates) {
  const rateById = (rates: PersonalRates['products']) =>
    Object.fromEntries([...rates].map(([id, { commissionBps }]) => [id, commissionBps]));
  return { products: rateById(products), brands: rateById(brands) };
}
