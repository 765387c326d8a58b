import { Type, type Static } from '@sinclair/typebox';
import { Closed, FenAmount, Id, Nullable, Score, Utc } from '@chuanliu/contracts/shapes';
import { guarantees, productStates, type Product } from '../domain/product';

const required = {
  brandId: Id,
  title: Type.String({ minLength: 1, maxLength: 200 }),
  categoryId: Id,
  priceFen: FenAmount,
  stock: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
};
const State = Type.Union(productStates.map(state => Type.Literal(state)));
const Images = Type.Array(Type.String({ pattern: '^https?://', maxLength: 500 }), { maxItems: 20 });
const Guarantees = Type.Array(Type.Union(guarantees.map(name => Type.Literal(name))), { uniqueItems: true });
const Belt = Type.String({ minLength: 1, maxLength: 64 });

/** What is left out stays as it is; a new product is on the shelf. */
export const productFields = {
  ...required,
  state: Type.Optional(State),
  images: Type.Optional(Images),
  guarantees: Type.Optional(Guarantees),
  belt: Type.Optional(Belt),
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
  productScore: Score,
  revision: Type.Integer({ minimum: 1 }),
  updatedAt: Utc,
});

const DEFAULT_PRODUCT_SCORE = 450;

/** A product as it is shown: the score that counts stands where nobody has set one. */
export function shown<P extends Product>(product: P) {
  return { ...product, productScore: product.productScore ?? DEFAULT_PRODUCT_SCORE };
}

/** The entity tag of a product as it is now. */
export const tagOf = (product: Pick<Product, 'revision'>): string => `"${product.revision}"`;
