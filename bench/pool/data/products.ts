import type { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import { CategoryTree, firstCategories } from '../../../apps/product-pool/src/domain/category-tree';
import { guarantees, type Guarantee, type ProductState } from '../../../apps/product-pool/src/domain/product';
import { amounts, anything, belts, firstCharacters, lastCharacters, nouns, packagings, qualities } from './words';

export interface PoolBrand {
  brandId: string;
  name: string;
  tier: SupplyTier;
}

/** A product of a pool that looks like a real one: the same n gives the same product, on any machine. */
export interface PoolProduct {
  productId: string;
  brandId: string;
  title: string;
  categoryId: string;
  priceFen: number;
  stock: number;
  state: ProductState;
  productScore: number;
  guarantees: Guarantee[];
  belt: string | null;
  source: string;
  /** Of its open plan. */
  commissionBps: number;
  /** How many days ago it came to the shelf, 0 … 399: the later ones of the list came later. */
  daysOnShelf: number;
  /** In the last thirty days. */
  sales30d: number;
  distributionSales30d: number;
  clicks30d: number;
}

export const DAYS_OF_LISTING = 400;
const BRANDS = firstCharacters.length * lastCharacters.length;
const tree = new CategoryTree(firstCategories);
const leaves = tree.rows.map(({ id }) => id).filter(id => tree.isLeaf(id));
const sources = ['taobao-alliance', 'jd-alliance', 'pinduoduo-alliance'];

/** As many brands as have products when there are so many: one for each two hundred, 20 at least. */
export function brandsOf(products: number): PoolBrand[] {
  const count = Math.min(BRANDS, Math.max(20, Math.ceil(products / 200)));
  return Array.from({ length: count }, (_, n) => {
    const dice = diceOf(n, 1);
    const first = firstCharacters[n % firstCharacters.length]!;
    const last = lastCharacters[(Math.floor(n / firstCharacters.length) * 7 + n * 11) % lastCharacters.length]!;
    const chance = dice();
    return {
      brandId: `brand-${String(n).padStart(4, '0')}`,
      name: n % 3 === 0 ? `${first}${last} Brand${n}` : `${first}${last}`,
      tier: chance < 0.05 ? 'gold' : chance < 0.25 ? 'silver' : 'none',
    };
  });
}

/** The nth of `total` products. Prices, rates and sales are spread as in a shop: many cheap, few dear; few that sell. */
export function productOf(n: number, total: number, brands: readonly PoolBrand[]): PoolProduct {
  const dice = diceOf(n, 2);
  const one = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
  const brand = brands[Math.floor(dice() ** 1.5 * brands.length)]!;
  const categoryId = one(leaves);
  const [chinese, english] = one(nouns[categoryId.split('.')[0]!] ?? anything);
  const [quality, qualityInEnglish] = one(qualities);
  const isForeign = dice() < 0.25;
  const title = isForeign
    ? `${brand.name} ${qualityInEnglish} ${english} ${one(amounts)} ${chinese}`
    : `${brand.name} ${quality}${chinese} ${one(amounts)} ${one(packagings)}`;
  const sales30d = dice() < 0.6 ? 0 : Math.floor(dice() ** 6 * 20_000);
  const distributionSales30d = Math.floor(sales30d * dice());
  return {
    productId: `product-${String(n).padStart(7, '0')}`,
    brandId: brand.brandId,
    title,
    categoryId,
    priceFen: 100 * Math.ceil(9 + dice() ** 3 * 2_000) - (dice() < 0.7 ? 10 : 0),
    stock: dice() < 0.01 ? 0 : Math.ceil(dice() * 10_000),
    state: dice() < 0.02 ? 'off-shelf' : 'on-shelf',
    productScore: 300 + Math.floor((1 - dice() ** 2) * 201),
    guarantees: guarantees.filter(() => dice() < 0.3),
    belt: dice() < 0.4 ? one(belts) : null,
    source: dice() < 0.9 ? 'own-shop' : one(sources),
    commissionBps: 50 * (2 + Math.floor(dice() ** 2 * 98)),
    daysOnShelf: DAYS_OF_LISTING - 1 - Math.floor((n * DAYS_OF_LISTING) / total),
    sales30d,
    distributionSales30d,
    clicks30d: sales30d === 0 ? 0 : distributionSales30d + Math.floor(dice() * 5_000),
  };
}

/** Numbers in [0, 1) that look like chance and are the same every time (mulberry32). */
export function diceOf(n: number, kind: number): () => number {
  let state = (Math.imul(n + 1, 2_654_435_761) ^ Math.imul(kind, 0x9e37_79b9)) >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
