import { businessDayOf, plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import { messagingMigrations } from '@chuanliu/messaging/migrations';
import { allMigrations } from '../../apps/product-pool/src/storage/migrations/all';
import { addToDays } from '../../apps/product-pool/src/storage/product-days';
import { saveProducts } from '../../apps/product-pool/src/storage/products';
import type { Pool } from './data/pool';
import type { PoolProduct } from './data/products';

const LONG_AGO = '2020-01-01T00:00:00.000Z';
const DAY_MS = 86_400_000;
const ROWS_A_TRANSACTION = 5_000;
/** Within both of the windows that statistics look at, and far from where they end. */
const DAYS_OF_SALES = [4, 15];
const REPUTATION = 450;
const RATE_LOCK_DAYS = 30;

/**
 * Puts the pool straight into the service's tables, before the service starts: how it gets there is not measured. What
 * has a storage function goes through it.
 */
export async function loadPool(pool: Pool, databaseUrl: string, schema: string): Promise<void> {
  const migrations = [...messagingMigrations, ...allMigrations];
  const database = await Database.open({ url: databaseUrl, schema, migrations });
  try {
    const now = Date.now();
    await loadParties(database, pool);
    await loadProducts(database, pool.products, now);
    await loadSales(database, pool.products, now);
    await loadPlans(database, pool);
    await loadPicks(database, pool);
    // As after a day in service: nobody has anything to catch up with.
    await database.write('UPDATE product_change SET changed_at = changed_at - INTERVAL 1 DAY');
  } finally {
    await database.close();
  }
}

async function loadParties(database: Database, { brands, promoters, held }: Pool): Promise<void> {
  const since = toColumn(LONG_AGO);
  const everybody = [...promoters, ...held.holders];
  await insert(database, 'known_brand', ['brand_id'], ids(brands.map(({ brandId }) => brandId)));
  await insert(
    database,
    'brand_name',
    ['brand_id', 'effective_from', 'name'],
    brands.map(({ brandId, name }) => [brandId, since, name]),
  );
  await insert(
    database,
    'brand_tier',
    ['brand_id', 'effective_from', 'supply_tier'],
    brands.filter(({ tier }) => tier !== 'none').map(({ brandId, tier }) => [brandId, since, tier]),
  );
  await insert(database, 'promoter', ['promoter_id'], ids(everybody));
  await insert(
    database,
    'promoter_version',
    ['promoter_id', 'effective_from', 'reputation'],
    everybody.map(id => [id, since, REPUTATION]),
  );
}

/** Those of one day on the shelf together: a product's first instants are those of its writing. */
async function loadProducts(database: Database, products: readonly PoolProduct[], now: number): Promise<void> {
  const byDay = new Map<number, PoolProduct[]>();
  for (const product of products) {
    byDay.set(product.daysOnShelf, [...(byDay.get(product.daysOnShelf) ?? []), product]);
  }
  for (const [daysOnShelf, some] of byDay) {
    const listedAt: UtcInstant = new Date(now - daysOnShelf * DAY_MS - 60_000).toISOString();
    const rows = some.map(product => ({
      images: [],
      url: null,
      sampleRule: null,
      revision: 1,
      ...product,
    }));
    await database.transaction(tx => saveProducts(tx, rows, listedAt));
  }
}

async function loadSales(database: Database, products: readonly PoolProduct[], now: number): Promise<void> {
  const days = DAYS_OF_SALES.map(daysAgo => businessDayOf(plusDays(new Date(now).toISOString(), -daysAgo)));
  const counts = products
    .filter(({ sales30d, clicks30d }) => sales30d + clicks30d > 0)
    .flatMap(({ productId, sales30d, distributionSales30d, clicks30d }) =>
      days.map((day, n) => ({
        productId,
        day,
        sales: half(sales30d, n),
        distributionSales: half(distributionSales30d, n),
        clicks: half(clicks30d, n),
      })),
    );
  for (const some of inParts(counts)) await database.transaction(tx => addToDays(tx, some));
}

/** What goes to the one of two days, and to the other. */
const half = (count: number, which: number): number => (which === 0 ? Math.floor(count / 2) : Math.ceil(count / 2));

async function loadPlans(database: Database, { products, deals }: Pool): Promise<void> {
  const since = toColumn(LONG_AGO);
  await insert(
    database,
    'open_plan_version',
    ['product_id', 'effective_from', 'commission_bps', 'written_at'],
    products.map(({ productId, commissionBps }) => [productId, since, commissionBps, since]),
  );
  await insert(
    database,
    'promoter_plan_version',
    [
      ...['kind', 'subject_id', 'promoter_id', 'effective_from', 'version_no', 'commission_bps', 'ended', 'told_at'],
      ...['rate_lock_days', 'imported'],
    ],
    deals.map(({ kind, subjectId, promoterId, commissionBps }) => [
      ...[kind, subjectId, promoterId, since, 1, commissionBps, 0, since, RATE_LOCK_DAYS, 1],
    ]),
  );
}

async function loadPicks(database: Database, { picks, held }: Pool): Promise<void> {
  const since = toColumn(LONG_AGO);
  const everyPick = [...picks, ...held.holders.map(promoterId => ({ promoterId, productId: held.product.productId }))];
  await insert(
    database,
    'pick',
    [
      ...['pick_id', 'promoter_id', 'product_id', 'promotion_code', 'picked_from', 'open_slot', 'revision'],
      'updated_at',
    ],
    everyPick.map(({ promoterId, productId }, n) => [
      `pick-${n}`,
      promoterId,
      productId,
      `code-${n}`,
      since,
      1,
      1,
      since,
    ]),
  );
}

async function insert(database: Database, table: string, columns: string[], rows: unknown[][]): Promise<void> {
  for (const some of inParts(rows)) await database.transaction(tx => insertRows(tx, table, columns, some));
}

const ids = (list: readonly string[]): string[][] => list.map(id => [id]);

function* inParts<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_TRANSACTION)
    yield rows.slice(start, start + ROWS_A_TRANSACTION);
}
