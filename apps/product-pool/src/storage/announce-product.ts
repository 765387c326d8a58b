import type { DataOf } from '@chuanliu/contracts/define-event';
import type { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import type { Product } from '../domain/product';

/** The product as others learn of it: what it is and where it stands, not how many are left. */
export function announcementOf(product: Product): { data: DataOf<typeof productKnown> } {
  const { productId, brandId, title, categoryId, priceFen, state, revision } = product;
  return { data: { productId, brandId, title, categoryId, priceFen, state, revision } };
}
