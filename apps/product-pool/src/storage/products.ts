import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Guarantee, Product, ProductState, SampleRule } from '../domain/product';
import { noteChanges } from './product-changes';

export interface ProductRow {
  product_id: string;
  brand_id: string;
  title: string;
  category_id: string;
  price_fen: number;
  stock: number;
  state: ProductState;
  product_score: number | null;
  images: string;
  guarantees: string;
  belt: string | null;
  source: string;
  url: string | null;
  sample_rule: string | null;
  revision: number;
  updated_at: string;
  created_at: string;
  listed_at: string | null;
}

const CHANGING = [
  ...['brand_id', 'title', 'category_id', 'price_fen', 'stock', 'state', 'product_score', 'images', 'guarantees'],
  ...['belt', 'source', 'url', 'sample_rule', 'revision', 'updated_at'],
];
const COLUMNS = ['product_id', ...CHANGING, 'created_at', 'listed_at'];
export const SELECT_PRODUCT = `SELECT ${COLUMNS.join(', ')} FROM product`;

export interface StoredProduct extends Product {
  updatedAt: UtcInstant;
  createdAt: UtcInstant;
  /** When it was first on the shelf; null before. */
  listedAt: UtcInstant | null;
}

/** Holds the products' rows until the transaction ends, in the order of their ids; those that exist, by id. */
export async function lockProducts(tx: Tx, ids: readonly string[]): Promise<Map<string, Product>> {
  if (ids.length === 0) return new Map();
  const sql = `${SELECT_PRODUCT} WHERE product_id IN (?) ORDER BY product_id FOR UPDATE`;
  const rows = await tx.query<ProductRow>(sql, [[...ids].sort()]);
  return new Map(rows.map(row => [row.product_id, productOf(row)]));
}

/** As lockProducts, of one. */
export async function lockProduct(tx: Tx, productId: string): Promise<Product | null> {
  return (await lockProducts(tx, [productId])).get(productId) ?? null;
}

/** A product as it is now; `read` is a transaction's or the database's. */
export async function readProduct(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
  productId: string,
): Promise<StoredProduct | null> {
  const [row] = await read<ProductRow>(`${SELECT_PRODUCT} WHERE product_id = ?`, [productId]);
  return row ? storedProductOf(row) : null;
}

/** These products as they are now, in no order; those that do not exist are left out. */
export async function productsByIds(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
  productIds: readonly string[],
): Promise<StoredProduct[]> {
  if (productIds.length === 0) return [];
  return (await read<ProductRow>(`${SELECT_PRODUCT} WHERE product_id IN (?)`, [productIds])).map(storedProductOf);
}

/** Whose products these are, in no order; those that do not exist are left out. */
export async function withBrands(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
  productIds: readonly string[],
): Promise<Array<{ productId: string; brandId: string }>> {
  if (productIds.length === 0) return [];
  return read('SELECT product_id AS productId, brand_id AS brandId FROM product WHERE product_id IN (?)', [productIds]);
}

/**
 * Writes products whose rows are held. A product that is new to its writer must not replace one that somebody else
 * has made meanwhile: it is inserted, and a duplicate makes the whole transaction run again (see againAfterDuplicate).
 */
export async function saveProducts(tx: Tx, products: readonly Product[], now: UtcInstant): Promise<void> {
  const rowOf = (product: Product) => [
    ...[product.productId, product.brandId, product.title, product.categoryId, product.priceFen, product.stock],
    ...[product.state, product.productScore, JSON.stringify(product.images), JSON.stringify(product.guarantees)],
    ...[product.belt, product.source, product.url, product.sampleRule && JSON.stringify(product.sampleRule)],
    ...[product.revision, toColumn(now), toColumn(now), product.state === 'on-shelf' ? toColumn(now) : null],
  ];
  const fresh = products.filter(product => product.revision === 1);
  const changed = products.filter(product => product.revision > 1);
  await insertRows(tx, 'product', COLUMNS, fresh.map(rowOf));
  await insertRows(tx, 'product', COLUMNS, changed.map(rowOf), {
    // Made once, and first on the shelf once.
    onDuplicate: `${takeNew(...CHANGING)}, listed_at = COALESCE(listed_at, VALUES(listed_at))`,
  });
  await noteChanges(
    tx,
    products.map(product => product.productId),
  );
}

export function storedProductOf(row: ProductRow): StoredProduct {
  const [updatedAt, createdAt] = [fromColumn(row.updated_at), fromColumn(row.created_at)];
  return { updatedAt, createdAt, listedAt: fromColumn(row.listed_at), ...productOf(row) };
}

function productOf(row: ProductRow): Product {
  return {
    productId: row.product_id,
    brandId: row.brand_id,
    title: row.title,
    categoryId: row.category_id,
    priceFen: row.price_fen,
    stock: row.stock,
    state: row.state,
    productScore: row.product_score,
    images: JSON.parse(row.images) as string[],
    guarantees: JSON.parse(row.guarantees) as Guarantee[],
    belt: row.belt,
    source: row.source,
    url: row.url,
    sampleRule: row.sample_rule === null ? null : (JSON.parse(row.sample_rule) as SampleRule),
    revision: row.revision,
  };
}
