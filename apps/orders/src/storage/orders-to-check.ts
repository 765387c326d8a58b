import type { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { asTuples, inPortions, type OrderKey } from './order-key';

/** Orders that wait for a look at the brands of their products. */
export async function countOrdersToCheck(database: Database): Promise<number> {
  const [count] = await database.read<{ n: number }>('SELECT COUNT(*) AS n FROM order_to_check');
  return count!.n;
}

/** Products became known: the orders that were sold with them before are to be checked. */
export async function checkOrdersOfNewProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  for (const portion of inPortions(productIds)) {
    await tx.execute(
      `INSERT IGNORE INTO order_to_check (order_id, channel_id)
       SELECT DISTINCT order_id, channel_id FROM order_of_unknown_product WHERE product_id IN (?)`,
      [portion],
    );
    await tx.execute('DELETE FROM order_of_unknown_product WHERE product_id IN (?)', [portion]);
  }
}

/**
 * Products went from one brand to another: the orders that agreed with their old brand, and those that did not, are to
 * be checked.
 *
 * No index leads from a product to the orders of all times, since every sale would pay for what hardly ever happens;
 * so all orders of the brand that gave the product away are looked through, which reads the table of orders once.
 */
export async function checkOrdersOfMovedProducts(tx: Tx, formerBrandIds: readonly string[]): Promise<void> {
  if (formerBrandIds.length === 0) return;
  await tx.execute(
    `INSERT IGNORE INTO order_to_check (order_id, channel_id)
     SELECT order_id, channel_id FROM order_state WHERE brand_id IN (?)`,
    [[...new Set(formerBrandIds)]],
  );
  await tx.execute(
    `INSERT IGNORE INTO order_to_check (order_id, channel_id)
     SELECT DISTINCT order_id, channel_id FROM order_exception WHERE kind = 'orders/product-of-other-brand' AND state = 'open'`,
  );
}

/** Some of the orders to check, locked; none when all are checked. */
export async function takeOrdersToCheck(tx: Tx, most: number): Promise<OrderKey[]> {
  const rows = await tx.query<{ order_id: string; channel_id: string }>(
    'SELECT order_id, channel_id FROM order_to_check ORDER BY order_id, channel_id LIMIT ? FOR UPDATE',
    [most],
  );
  return rows.map(row => ({ orderId: row.order_id, channelId: row.channel_id }));
}

export async function forgetOrdersToCheck(tx: Tx, keys: readonly OrderKey[]): Promise<void> {
  for (const portion of inPortions(keys)) {
    await tx.execute('DELETE FROM order_to_check WHERE (order_id, channel_id) IN (?)', [asTuples(portion)]);
  }
}
