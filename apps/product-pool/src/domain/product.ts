import { sameContents } from '@chuanliu/dated-facts/place-version';
import type { CategoryTree } from './category-tree';
import {
  brandIsNotYours,
  categoryIsDivided,
  noSuchCategory,
  noSuchProduct,
  productOfOtherBrand,
  scoreIsNotTheBrands,
  stateOutOfReach,
  urlLeadsNowhere,
} from './product-pool.problems';

export const productStates = ['draft', 'on-shelf', 'off-shelf', 'removed'] as const;
export type ProductState = (typeof productStates)[number];

/** Whether promoters may look at a product: a draft is not offered yet, and what was removed is not any more. */
export const isOffered = ({ state }: { state: ProductState }): boolean => state === 'on-shelf' || state === 'off-shelf';

/** What the brand promises with a product (小店信任卡). */
export const guarantees = ['refund-without-return', 'return-freight-paid', 'tenfold-if-fake'] as const;
export type Guarantee = (typeof guarantees)[number];

/** Whether a promoter may ask for a sample, and on which conditions; a condition that is left out is none. */
export interface SampleRule {
  offered: boolean;
  /** The least settled orders of a promoter who asks. */
  minSettledOrders?: number;
  /** How many samples are given in a calendar month (Asia/Shanghai). */
  monthlyLimit?: number;
  /** The promoter buys it as anybody does, and is refunded once the content is there. */
  buyFirstRefundLater?: boolean;
}

/** Sold in the brand's own shop, linked from nowhere. */
export const OWN_SHOP = 'own-shop';

export interface Product {
  productId: string;
  brandId: string;
  title: string;
  categoryId: string;
  priceFen: number;
  stock: number;
  state: ProductState;
  /** Hundredths of a point; null until an operator sets it. */
  productScore: number | null;
  images: string[];
  guarantees: Guarantee[];
  /** The industrial belt (产业带) it comes from. */
  belt: string | null;
  /** Where it is sold: the brand's own shop, or the alliance (`taobao-alliance`, …) that it is linked from. */
  source: string;
  /** The page that short links forward to. */
  url: string | null;
  sampleRule: SampleRule | null;
  /** Counts its changes from 1. */
  revision: number;
}

/** What somebody writes of a product; what is left out stays as it is, what is null is taken away. */
export type ProductWrite = Pick<Product, 'brandId' | 'title' | 'categoryId' | 'priceFen' | 'stock'> &
  Partial<Pick<Product, 'state' | 'images' | 'guarantees' | 'belt' | 'source' | 'url' | 'sampleRule'>> & {
    productScore?: number;
  };

/** Who writes: an operator, or a brand, which writes its own products alone. */
export interface ProductWriter {
  readonly role: string;
  readonly partyId: string | null;
}

/** A product goes to sale and comes back as often as one likes; what was removed stays so, and a draft is left for good. */
const reachable: Record<ProductState, readonly ProductState[]> = {
  draft: ['draft', 'on-shelf', 'off-shelf', 'removed'],
  'on-shelf': ['on-shelf', 'off-shelf', 'removed'],
  'off-shelf': ['on-shelf', 'off-shelf', 'removed'],
  removed: ['removed'],
};

/**
 * The product as it is after a write: the next revision, or the very same object when the write says nothing new.
 *
 * @throws Problem when the caller may not write it, or what is written cannot be
 */
export function offerProduct(
  known: Product | null,
  productId: string,
  write: ProductWrite,
  caller: ProductWriter,
  categories: CategoryTree,
): Product {
  if (caller.role === 'brand') {
    if (write.brandId !== caller.partyId) throw brandIsNotYours(write.brandId);
    if (known && known.brandId !== caller.partyId) throw noSuchProduct(productId);
    if (write.productScore !== undefined) throw scoreIsNotTheBrands();
  }
  if (known && known.brandId !== write.brandId) throw productOfOtherBrand(productId);
  if (!categories.has(write.categoryId)) throw noSuchCategory(write.categoryId);
  if (!categories.isLeaf(write.categoryId)) throw categoryIsDivided(write.categoryId);
  if (write.url && !URL.canParse(write.url)) throw urlLeadsNowhere();
  if (known && write.state && !reachable[known.state].includes(write.state)) {
    throw stateOutOfReach(productId, known.state, write.state);
  }
  const before = known ?? newProduct(productId);
  const after: Product = { ...before, ...write };
  return known && sameContents(before, after) ? known : { ...after, revision: before.revision + 1 };
}

const newProduct = (productId: string) => ({
  productId,
  state: 'on-shelf' as const,
  productScore: null,
  images: [],
  guarantees: [],
  belt: null,
  source: OWN_SHOP,
  url: null,
  sampleRule: null,
  revision: 0,
});
