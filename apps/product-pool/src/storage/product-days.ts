import { businessDayOf, plusDays, type BusinessDate, type UtcInstant } from '@chuanliu/contracts/instants';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Database } from '@chuanliu/database/database';
import { deleteInSteps } from '@chuanliu/database/delete-in-steps';
import type { Tx } from '@chuanliu/database/tx';
import { RECENT_DAYS, STATISTICS_DAYS, type DayCounts } from '../domain/product-statistics';
import { noteChanges } from './product-changes';

/** What is to be added to a product's counts of one business day. */
export interface DayCount {
  productId: string;
  day: BusinessDate;
  sales: number;
  distributionSales: number;
  /** Clicks on the short links of the product's picks. */
  clicks: number;
}

const COUNTS = ['sales', 'distribution_sales', 'clicks'];

/** Adds to the counts. Sums do not depend on an order, so neither does it matter in which order slices call this. */
export async function addToDays(tx: Tx, counts: readonly DayCount[]): Promise<void> {
  const rows = counts
    .map(({ productId, day, sales, distributionSales, clicks }) => [productId, day, sales, distributionSales, clicks])
    .sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));
  await insertRows(tx, 'product_day', ['product_id', 'business_day', ...COUNTS], rows, {
    onDuplicate: COUNTS.map(count => `${count} = ${count} + VALUES(${count})`).join(', '),
  });
  await noteChanges(
    tx,
    counts.map(count => count.productId),
  );
}

/** The counts of the last thirty business days, the day of the instant among them; products without any are left out. */
export async function dayCountsOf(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
  productIds: readonly string[],
  at: UtcInstant,
): Promise<Map<string, DayCounts>> {
  if (productIds.length === 0) return new Map();
  const rows = await read<DayCounts & { productId: string }>(
    `SELECT product_id AS productId, CAST(SUM(sales) AS SIGNED) AS sales30d,
       CAST(SUM(IF(business_day >= ?, sales, 0)) AS SIGNED) AS sales7d,
       CAST(SUM(distribution_sales) AS SIGNED) AS distributionSales30d, CAST(SUM(clicks) AS SIGNED) AS clicks30d
     FROM product_day WHERE product_id IN (?) AND business_day BETWEEN ? AND ? GROUP BY product_id`,
    [firstDay(at, RECENT_DAYS), productIds, firstDay(at, STATISTICS_DAYS), businessDayOf(at)],
  );
  return new Map(rows.map(({ productId, ...counts }) => [productId, counts]));
}

/** Products whose thirty or seven days may sum to something else on this day than on the day before, some at a time. */
export async function productsCountedAround(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
  at: UtcInstant,
  afterProductId: string,
  limit: number,
): Promise<string[]> {
  const rows = await read<{ id: string }>(
    `SELECT DISTINCT product_id AS id FROM product_day
     WHERE business_day BETWEEN ? AND ? AND product_id > ? ORDER BY product_id LIMIT ?`,
    [firstDay(at, STATISTICS_DAYS + 1), businessDayOf(at), afterProductId, limit],
  );
  return rows.map(row => row.id);
}

const KEPT_DAYS = 60;

/** Drops what no statistic will read any more. */
export async function forgetOldDays(database: Database, at: UtcInstant): Promise<void> {
  await deleteInSteps(database, 'product_day WHERE business_day < ?', [firstDay(at, KEPT_DAYS)]);
}

/** The first of so many business days that end with that of the instant. */
const firstDay = (at: UtcInstant, days: number): BusinessDate => businessDayOf(plusDays(at, 1 - days));
