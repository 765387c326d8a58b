import type { BusinessDate } from '@chuanliu/contracts/instants';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
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
