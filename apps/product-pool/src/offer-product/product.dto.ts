import { Type, type Static } from '@sinclair/typebox';
import { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import { Closed, FenAmount, Id, Nullable, Score, Utc } from '@chuanliu/contracts/shapes';
import { guarantees, productStates, type Product } from '../domain/product';
import type { StoredProduct } from '../storage/products';

const required = {
  brandId: Id,
  title: Type.String({ minLength: 1, maxLength: 200 }),
  categoryId: Id,
  priceFen: FenAmount,
  stock: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
};
const State = Type.Union(productStates.map(state => Type.Literal(state)));
const Images = Type.Array(Type.String({ pattern: '^https?://\\S+$', maxLength: 500 }), { maxItems: 20 });
const Guarantees = Type.Array(Type.Union(guarantees.map(name => Type.Literal(name))), { uniqueItems: true });
const Belt = Type.String({ minLength: 1, maxLength: 64 });
const Source = { ...Id, description: '`own-shop`, or the alliance that it is linked from: `taobao-alliance`, …' };
const Url = Type.String({
  pattern: '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][!-~]*)?$',
  maxLength: 2_000,
  description: 'The page that short links forward to',
});
const Count = (description: string) => Type.Integer({ minimum: 0, maximum: 1_000_000, description });
export const SampleRule = Closed({
  offered: Type.Boolean(),
  minSettledOrders: Type.Optional(Count('The least settled orders of a promoter who asks')),
  monthlyLimit: Type.Optional(Count('How many are given in a calendar month (Asia/Shanghai)')),
  buyFirstRefundLater: Type.Optional(Type.Boolean()),
});

/** What is left out stays as it is, what is null is taken away; a new product is on the shelf. */
export const productFields = {
  ...required,
  state: Type.Optional(State),
  images: Type.Optional(Images),
  guarantees: Type.Optional(Guarantees),
  belt: Type.Optional(Nullable(Belt)),
  source: Type.Optional(Source),
  url: Type.Optional(Nullable(Url)),
  sampleRule: Type.Optional(Nullable(SampleRule)),
  productScore: Type.Optional({ ...Score, description: 'Hundredths of a point; for operators' }),
};
export const OfferProduct = Closed(productFields);
export type OfferProduct = Static<typeof OfferProduct>;

export const ProductAnswer = Closed({
  productId: Id,
  ...required,
  state: State,
  images: Images,
  guarantees: Guarantees,
  belt: Nullable(Belt),
  source: Source,
  url: Nullable(Url),
  sampleRule: Nullable(SampleRule),
  supplyTier: { ...SupplyTier, description: 'Of its brand, as it is now' },
  productScore: Score,
  revision: Type.Integer({ minimum: 1 }),
  createdAt: Utc,
  /** When it was first on the shelf. */
  listedAt: Nullable(Utc),
  updatedAt: Utc,
});

export type ShownProduct = Static<typeof ProductAnswer>;

const DEFAULT_PRODUCT_SCORE = 450;

/** A product as it is shown: the score that counts stands where nobody has set one. */
export function shown(product: StoredProduct, supplyTier: SupplyTier): ShownProduct {
  return { ...product, supplyTier, productScore: product.productScore ?? DEFAULT_PRODUCT_SCORE };
}

/** The entity tag of a product as it is now. */
export const tagOf = (product: Pick<Product, 'revision'>): string => `"${product.revision}"`;
