import { brandsOf, diceOf, productOf, type PoolBrand, type PoolProduct } from './products';

/** Terms that a brand gives one promoter: for one product, or for its whole shop. */
export interface Deal {
  kind: 'directed' | 'exclusive' | 'shop-directed';
  /** The product, or the brand of a shop-directed one. */
  subjectId: string;
  promoterId: string;
  commissionBps: number;
}

export interface HeldPick {
  promoterId: string;
  productId: string;
}

/** Everything that the measured pool holds; the same sizes give the same pool. */
export interface Pool {
  brands: PoolBrand[];
  products: PoolProduct[];
  /** Those who search and pick. */
  promoters: string[];
  deals: Deal[];
  picks: HeldPick[];
  /** A product that very many promoters hold, and they; they do nothing else. */
  held: { product: PoolProduct; holders: string[] };
}

const DIRECTED_EACH = 20;
const SHOPS_EACH = 2;
const PICKS_EACH = 30;
/** Of so many products one is for three promoters alone. */
const PRODUCTS_AN_EXCLUSIVE = 1_000;

export function poolOf(sizes: { products: number; promoters: number; holders: number }): Pool {
  const brands = brandsOf(sizes.products);
  const products = Array.from({ length: sizes.products }, (_, n) => productOf(n, sizes.products, brands));
  const promoters = idsOf('promoter', sizes.promoters);
  const exclusives = products.filter((product, n) => n % PRODUCTS_AN_EXCLUSIVE === 7 && isForSale(product));
  const taken = new Set(exclusives.map(({ productId }) => productId));
  const product = products.find(one => isForSale(one) && !taken.has(one.productId))!;
  const open = products.filter(one => isForSale(one) && !taken.has(one.productId) && one !== product);
  return {
    brands,
    products,
    promoters,
    deals: [...exclusiveDeals(exclusives, promoters), ...promoters.flatMap((id, n) => dealsWith(id, n, open, brands))],
    picks: promoters.flatMap((promoterId, n) =>
      someOf(open, PICKS_EACH, diceOf(n, 4)).map(({ productId }) => ({ promoterId, productId })),
    ),
    held: { product, holders: idsOf('holder', sizes.holders) },
  };
}

export const isForSale = ({ state, stock }: PoolProduct): boolean => state === 'on-shelf' && stock > 0;

function exclusiveDeals(exclusives: readonly PoolProduct[], promoters: readonly string[]): Deal[] {
  return exclusives.flatMap(({ productId, commissionBps }, n) =>
    someOf(promoters, 3, diceOf(n, 5)).map(promoterId => ({
      kind: 'exclusive' as const,
      subjectId: productId,
      promoterId,
      commissionBps: commissionBps + 300,
    })),
  );
}

function dealsWith(promoterId: string, n: number, open: readonly PoolProduct[], brands: readonly PoolBrand[]): Deal[] {
  const dice = diceOf(n, 6);
  const products = someOf(open, DIRECTED_EACH, dice);
  const shops = someOf(brands, SHOPS_EACH, dice);
  return [
    ...products.map(({ productId, commissionBps }) => ({
      kind: 'directed' as const,
      subjectId: productId,
      promoterId,
      commissionBps: commissionBps + 50 * Math.ceil(dice() * 20),
    })),
    ...shops.map(({ brandId }) => ({
      kind: 'shop-directed' as const,
      subjectId: brandId,
      promoterId,
      commissionBps: 50 * Math.ceil(20 + dice() * 80),
    })),
  ];
}

/** So many different ones, at random. */
function someOf<T>(list: readonly T[], count: number, dice: () => number): T[] {
  const chosen = new Set<T>();
  while (chosen.size < Math.min(count, list.length)) chosen.add(list[Math.floor(dice() * list.length)]!);
  return [...chosen];
}

const idsOf = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${kind}-${String(n).padStart(5, '0')}`);
