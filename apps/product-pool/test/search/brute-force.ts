import { bandOf, COMMISSION_BANDS, endOfBand, PRICE_BANDS, SCORE_BANDS } from '../../src/search-pool/bands';
import { commissionOf } from '../../src/search-pool/commission-of';
import { ranked } from '../../src/search-pool/embedded/count-facets';
import type {
  PersonalRates,
  PooledProduct,
  PoolFacets,
  PoolFilter,
  PoolSearch,
} from '../../src/search-pool/pool-index';
import type { Segmenter } from '../../src/search-pool/segmenter';

/** The same questions answered by looking at every product: what an index must agree with. */
export function bruteForce(products: readonly PooledProduct[], search: PoolSearch, segmenter: Segmenter) {
  const asked = segmenter.wordsAsked(search.q);
  const found = (filter: PoolFilter) =>
    products.filter(
      product => hasWords(segmenter.wordsOf(product.text), asked) && fulfils(product, filter, search.rates),
    );
  const keyOf = (product: PooledProduct): [number, number] => {
    const words = segmenter.wordsOf(product.text);
    switch (search.sort) {
      case 'relevance':
        return [asked.filter(word => words.includes(word)).length, product.sales30d];
      case 'commission':
        return [commissionOf(product.priceFen, rateOf(product, search.rates)), 0];
      case 'sales':
        return [product.sales30d, 0];
      case 'conversion':
        return [product.conversionBps ?? -1, 0];
      case 'score':
        return [product.score, 0];
      case 'newest':
        return [product.listedAt, 0];
    }
  };
  const ordered = found(search.filter)
    .map(product => ({ id: product.productId, key: keyOf(product) }))
    .sort((a, b) => b.key[0] - a.key[0] || b.key[1] - a.key[1] || (a.id < b.id ? -1 : 1));
  return { ids: ordered.map(({ id }) => id), facets: facetsOf(search, found) };
}

const hasWords = (words: string[], asked: string[]) =>
  asked.every(letters => words.some(word => word.startsWith(letters)));

export function rateOf({ productId, brandId, commonRateBps }: PooledProduct, rates: PersonalRates): number {
  return (rates.products.get(productId) ?? rates.brands.get(brandId))?.commissionBps ?? commonRateBps ?? -1;
}

function fulfils(product: PooledProduct, filter: PoolFilter, rates: PersonalRates): boolean {
  const rate = rateOf(product, rates);
  const verdicts: Record<keyof PoolFilter, () => boolean> = {
    category: () => product.categoryPath.includes(filter.category!),
    brandId: () => product.brandId === filter.brandId,
    tier: () => product.tier === filter.tier,
    belt: () => product.belt === filter.belt,
    guarantee: () => product.guarantees.includes(filter.guarantee!),
    source: () => product.source === filter.source,
    barredSources: () => !filter.barredSources!.includes(product.source),
    minPriceFen: () => product.priceFen >= filter.minPriceFen!,
    maxPriceFen: () => product.priceFen <= filter.maxPriceFen!,
    minCommissionBps: () => rate >= filter.minCommissionBps!,
    maxCommissionBps: () => rate >= 0 && rate <= filter.maxCommissionBps!,
    minScore: () => product.score >= filter.minScore!,
    minSales30d: () => product.sales30d >= filter.minSales30d!,
    listedFrom: () => product.listedAt >= filter.listedFrom!,
    isTrending: () => product.isTrending === filter.isTrending,
  };
  return (Object.keys(filter) as Array<keyof PoolFilter>).every(name => filter[name] === undefined || verdicts[name]());
}

function facetsOf({ filter, newFrom, rates }: PoolSearch, found: (filter: PoolFilter) => PooledProduct[]): PoolFacets {
  const without = (...names: Array<keyof PoolFilter>) =>
    found(Object.fromEntries(Object.entries(filter).filter(([name]) => !names.includes(name as keyof PoolFilter))));
  const bands = (figures: number[], limits: number[]) =>
    limits.map((from, band) => ({
      ...{ from, to: endOfBand(band, limits) },
      count: figures.filter(figure => figure >= 0 && bandOf(figure, limits) === band).length,
    }));
  return {
    category: tally(without('category').flatMap(product => product.categoryPath)),
    tier: tally(without('tier').map(product => product.tier)),
    belt: tally(without('belt').flatMap(product => product.belt ?? [])),
    guarantee: tally(without('guarantee').flatMap(product => product.guarantees)),
    source: tally(without('source').map(product => product.source)),
    price: bands(
      without('minPriceFen', 'maxPriceFen').map(product => product.priceFen),
      PRICE_BANDS,
    ).map(({ from, to, count }) => ({ minPriceFen: from, maxPriceFen: to, count })),
    score: bands(
      without('minScore').map(product => product.score),
      SCORE_BANDS,
    ).map(({ from, to, count }) => ({ minScore: from, maxScore: to, count })),
    new: without('listedFrom').filter(product => product.listedAt >= newFrom).length,
    trending: without('isTrending').filter(product => product.isTrending).length,
    commission: bands(
      without('minCommissionBps', 'maxCommissionBps').map(product => rateOf(product, rates)),
      COMMISSION_BANDS,
    ).map(({ from, to, count }) => ({ minCommissionBps: from, maxCommissionBps: to, count })),
  };
}

function tally(values: string[]) {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return ranked(counts);
}
