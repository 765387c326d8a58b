import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { BrandOfProduct } from '../domain/order-exceptions';
import { inPortions, type OrderKey } from './order-key';

/** What this service knows of a product. */
export interface KnownProduct {
  readonly productId: string;
  readonly brandId: string;
  readonly revision: number;
}

interface ProductRow {
  product_id: string;
  brand_id: string;
  revision: number;
}

/** The brands of those of the products that are known. */
export async function brandsOfProducts(tx: Tx, productIds: Iterable<string>): Promise<BrandOfProduct> {
  const products = await knownProducts(tx, [...new Set(productIds)]);
  return productId => products.get(productId)?.brandId;
}

/** Those of the products that are known, by id. */
export async function knownProducts(tx: Tx, productIds: readonly string[]): Promise<Map<string, KnownProduct>> {
  const known = new Map<string, KnownProduct>();
  for (const portion of inPortions(productIds)) {
    const rows = await tx.query<ProductRow>(
      'SELECT product_id, brand_id, revision FROM product WHERE product_id IN (?)',
      [portion],
    );
    for (const { product_id: productId, brand_id: brandId, revision } of rows) {
      known.set(productId, { productId, brandId, revision });
    }
  }
  return known;
}

export async function saveProducts(tx: Tx, products: readonly KnownProduct[]): Promise<void> {
  const rows = products.map(product => [product.productId, product.brandId, product.revision]);
  await insertRows(tx, 'product', ['product_id', 'brand_id', 'revision'], rows, {
    onDuplicate: takeNew('brand_id', 'revision'),
  });
}

/**
 * Notes that an order was sold with a product that is not known yet, so that it is found when the product becomes known.
 * Products are usually known before they are sold: an ordinary sale writes nothing here.
 */
export async function noteUnknownProducts(
  tx: Tx,
  sales: ReadonlyArray<{ key: OrderKey; productId: string }>,
): Promise<void> {
  const rows = sales.map(({ key, productId }) => [productId, key.orderId, key.channelId]);
  await insertRows(tx, 'order_of_unknown_product', ['product_id', 'order_id', 'channel_id'], rows, { ignore: true });
}
