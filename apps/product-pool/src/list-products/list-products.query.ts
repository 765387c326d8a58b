import { Injectable } from '@nestjs/common';
import type { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import type { ProductState } from '../domain/product';
import { supplyTiersOf } from '../storage/brand-tiers';
import { SELECT_PRODUCT, storedProductOf, type ProductRow, type StoredProduct } from '../storage/products';

export interface ProductsFilter {
  brandId?: string | undefined;
  state?: ProductState | undefined;
  updatedFrom?: UtcInstant | undefined;
}

/** Few enough that the process serves others between two readings. */
const ROWS_A_READING = 2_000;

/** Products in the order of their ids. */
@Injectable()
export class ListProductsQuery {
  constructor(private readonly database: Database) {}

  async page(filter: ProductsFilter, afterId: string, limit: number): Promise<StoredProduct[]> {
    const { where, parameters } = conditions(filter);
    const sql = `${SELECT_PRODUCT} WHERE ${where} AND product_id > ? ORDER BY product_id LIMIT ?`;
    return (await this.database.read<ProductRow>(sql, [...parameters, afterId, limit])).map(storedProductOf);
  }

  /** The whole filtered list, as its control needs it. Prices are not its amount: they add up to nothing. */
  async *idsForControl(filter: ProductsFilter): AsyncGenerator<{ id: string; amountFen: number }> {
    const { where, parameters } = conditions(filter);
    for (let after = ''; ;) {
      const rows = await this.database.read<{ id: string; amountFen: number }>(
        `SELECT product_id AS id, 0 AS amountFen FROM product WHERE ${where} AND product_id > ?
         ORDER BY product_id LIMIT ${ROWS_A_READING}`,
        [...parameters, after],
      );
      yield* rows;
      if (rows.length < ROWS_A_READING) return;
      after = rows.at(-1)!.id;
    }
  }

  tiersOf(products: readonly StoredProduct[], now: UtcInstant): Promise<Map<string, SupplyTier>> {
    const brandIds = [...new Set(products.map(product => product.brandId))];
    return supplyTiersOf((sql, parameters) => this.database.read(sql, parameters), brandIds, now);
  }
}

function conditions({ brandId, state, updatedFrom }: ProductsFilter) {
  const given: Array<[string, unknown]> = [];
  if (brandId !== undefined) given.push(['brand_id = ?', brandId]);
  if (state !== undefined) given.push(['state = ?', state]);
  if (updatedFrom !== undefined) given.push(['updated_at >= ?', toColumn(updatedFrom)]);
  const where = ['1 = 1', ...given.map(([condition]) => condition)].join(' AND ');
  return { where, parameters: given.map(([, value]) => value) };
}
