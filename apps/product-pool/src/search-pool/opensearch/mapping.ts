import { createHash } from 'node:crypto';
import type { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import type { PooledProduct } from '../pool-index';
import { commissionOf } from '../commission-of';
import type { Segmenter } from '../segmenter';

/** Longer than any word that the segmenter makes, so that every beginning of a word is a term of its own. */
const PREFIXES = { min_chars: 1, max_chars: 19 };

/**
 * The index's body. Words come segmented, so they are only split at blanks.
 * @param ownWords what the segmenter was taught when these documents were made: queries must come apart alike
 */
export const indexBody = (ownWords: readonly string[]) => ({
  settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '300ms' },
  mappings: {
    dynamic: 'strict',
    _meta: { ownWords },
    properties: {
      productId: { type: 'keyword' },
      brandId: { type: 'keyword' },
      words: { type: 'text', analyzer: 'whitespace', norms: false, index_options: 'docs', index_prefixes: PREFIXES },
      category: { type: 'keyword' },
      tier: { type: 'keyword' },
      belt: { type: 'keyword' },
      guarantee: { type: 'keyword' },
      source: { type: 'keyword' },
      priceFen: { type: 'long' },
      commonRateBps: { type: 'integer' },
      commission: { type: 'double' },
      score: { type: 'integer' },
      sales30d: { type: 'integer' },
      conversion: { type: 'integer' },
      isTrending: { type: 'boolean' },
      listedAt: { type: 'long' },
    },
  },
});

/** Names what documents are made of: an index of another shape, of another version of this service, is of no use. */
export const SHAPE = createHash('sha256')
  .update(JSON.stringify(indexBody([]).mappings.properties))
  .digest('hex')
  .slice(0, 8);

/** What the index keeps of a product; −1 stands where there is no conversion or commission, so that it sorts last. */
export interface PoolDocument {
  productId: string;
  brandId: string;
  words: string;
  category: readonly string[];
  tier: SupplyTier;
  belt?: string;
  guarantee: readonly string[];
  source: string;
  priceFen: number;
  commonRateBps?: number;
  commission: number;
  score: number;
  sales30d: number;
  conversion: number;
  isTrending: boolean;
  listedAt: number;
}

export function documentOf(product: PooledProduct, segmenter: Segmenter): PoolDocument {
  const { productId, brandId, tier, source, priceFen, score, sales30d, isTrending, listedAt } = product;
  return {
    productId,
    brandId,
    tier,
    source,
    priceFen,
    score,
    sales30d,
    isTrending,
    listedAt,
    words: segmenter.wordsOf(product.text).join(' '),
    category: product.categoryPath,
    guarantee: product.guarantees,
    ...(product.belt === null ? {} : { belt: product.belt }),
    ...(product.commonRateBps === null ? {} : { commonRateBps: product.commonRateBps }),
    commission: commissionOf(priceFen, product.commonRateBps ?? -1),
    conversion: product.conversionBps ?? -1,
  };
}
