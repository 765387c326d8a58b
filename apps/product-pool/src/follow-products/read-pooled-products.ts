import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { DEFAULT_PRODUCT_SCORE } from '../domain/gates-of-picking';
import { statisticsOf } from '../domain/product-statistics';
import { RatesTo } from '../offers/rates-to';
import type { PoolChange, PooledProduct } from '../search-pool/pool-index';
import { brandNamesOf } from '../storage/brand-names';
import { supplyTiersOf } from '../storage/brand-tiers';
import { Categories } from '../storage/categories';
import { dayCountsOf } from '../storage/product-days';

interface Row {
  product_id: string;
  brand_id: string;
  title: string;
  category_id: string;
  price_fen: number;
  product_score: number | null;
  guarantees: string;
  belt: string | null;
  source: string;
  listed_at: string;
}

const SELECT = `SELECT product_id, brand_id, title, category_id, price_fen, product_score, guarantees, belt, source,
  COALESCE(listed_at, created_at) AS listed_at FROM product`;
/** What stands in the pool. */
const IN_POOL = "state = 'on-shelf' AND stock > 0";
const PRODUCTS_A_CHUNK = 1_000;
const NO_COUNTS = { sales30d: 0, sales7d: 0, distributionSales30d: 0, clicks30d: 0 };

/** Products as the index knows them, read from the database as they are now. */
@Injectable()
export class ReadPooledProducts {
  private readonly read = <T>(sql: string, parameters: unknown[]) => this.database.read<T>(sql, parameters);

  constructor(
    private readonly database: Database,
    private readonly categories: Categories,
    private readonly rates: RatesTo,
    private readonly clock: Clock,
  ) {}

  /** Every product of the pool, in the order of ids; while some are worked on, the next are read. */
  async *all(): AsyncGenerator<PooledProduct[]> {
    let next: Promise<PooledProduct[]> | null = this.chunkAfter('');
    while (next) {
      const products: PooledProduct[] = await next;
      next = products.length < PRODUCTS_A_CHUNK ? null : this.chunkAfter(products.at(-1)!.productId);
      next?.catch(() => undefined); // It is awaited above, unless whoever works on these fails first.
      yield products;
    }
  }

  private async chunkAfter(productId: string): Promise<PooledProduct[]> {
    const sql = `${SELECT} WHERE product_id > ? AND ${IN_POOL} ORDER BY product_id LIMIT ${PRODUCTS_A_CHUNK}`;
    return this.pooled(await this.read<Row>(sql, [productId]));
  }

  /** These products as they are now: in the pool, or out of it. */
  async changesOf(productIds: readonly string[]): Promise<PoolChange[]> {
    const changes: PoolChange[] = [];
    for (let start = 0; start < productIds.length; start += PRODUCTS_A_CHUNK) {
      const ids = productIds.slice(start, start + PRODUCTS_A_CHUNK);
      const rows = await this.read<Row>(`${SELECT} WHERE product_id IN (?) AND ${IN_POOL}`, [ids]);
      const found = new Map((await this.pooled(rows)).map(product => [product.productId, product]));
      changes.push(...ids.map(id => [id, found.get(id) ?? null] as const));
    }
    return changes;
  }

  async count(): Promise<number> {
    const [row] = await this.read<{ n: number }>(`SELECT COUNT(*) AS n FROM product WHERE ${IN_POOL}`, []);
    return row!.n;
  }

  /** Some ids behind this one, of products in the pool or not. */
  async idsAfter(productId: string, limit: number): Promise<string[]> {
    const sql = 'SELECT product_id AS id FROM product WHERE product_id > ? ORDER BY product_id LIMIT ?';
    return (await this.read<{ id: string }>(sql, [productId, limit])).map(row => row.id);
  }

  /** Names that no dictionary has: those of brands and categories. */
  async ownWords(): Promise<string[]> {
    const brands = await this.read<{ name: string }>('SELECT DISTINCT name FROM brand_name', []);
    return [...brands, ...this.categories.tree.rows].map(({ name }) => name);
  }

  private async pooled(rows: readonly Row[]): Promise<PooledProduct[]> {
    const now = this.clock.now();
    const { tree } = this.categories;
    const productIds = rows.map(row => row.product_id);
    const brandIds = [...new Set(rows.map(row => row.brand_id))];
    const [tiers, names, counts, rates] = await Promise.all([
      supplyTiersOf(this.read, brandIds, now),
      brandNamesOf(this.read, brandIds, now),
      dayCountsOf(this.read, productIds, now),
      this.rates.commonRates(productIds, now),
    ]);
    const nameOf = new Map(tree.rows.map(({ id, name, nameEn }) => [id, `${name} ${nameEn}`]));
    return rows.map(row => ({
      productId: row.product_id,
      brandId: row.brand_id,
      text: `${row.title} ${names.get(row.brand_id) ?? ''} ${nameOf.get(row.category_id) ?? ''}`,
      categoryPath: pathOf(tree.pathOf(row.category_id), row.category_id),
      priceFen: row.price_fen,
      commonRateBps: rates.get(row.product_id) ?? null,
      score: row.product_score ?? DEFAULT_PRODUCT_SCORE,
      ...statisticsOf(counts.get(row.product_id) ?? NO_COUNTS),
      listedAt: Date.parse(fromColumn(row.listed_at)),
      tier: tiers.get(row.brand_id) ?? 'none',
      belt: row.belt,
      guarantees: JSON.parse(row.guarantees) as string[],
      source: row.source,
    }));
  }
}

/** The leaf first. A category that is not known here yet has no path: the product stands in it alone until it is. */
const pathOf = (fromTop: readonly string[], leaf: string): string[] =>
  fromTop.length === 0 ? [leaf] : fromTop.toReversed();
