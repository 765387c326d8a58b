import { isPartyKind, type Caller } from '@chuanliu/auth/caller';
import { noSuchProduct } from '../domain/product-pool.problems';

/**
 * Lets staff through, and a brand to its own products.
 * @throws Problem `product-pool/no-such-product` (404), the same for one that is not there and for a foreign one
 */
export function requireOwnProduct<P extends { brandId: string }>(
  caller: Caller,
  productId: string,
  product: P | null,
): P {
  if (!product || (isPartyKind(caller.role) && caller.partyId !== product.brandId)) throw noSuchProduct(productId);
  return product;
}
