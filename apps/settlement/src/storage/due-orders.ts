import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { orderTuple, type OrderId } from './order-id';

/** Notes the open orders of a brand that were received at this instant or later. @returns how many */
export async function noteOrdersOfBrand(tx: Tx, brandId: string, receivedFrom: string): Promise<number> {
  const { affectedRows } = await tx.execute(
    `INSERT IGNORE INTO due_order (order_id, channel_id)
     SELECT order_id, channel_id FROM order_life WHERE brand_id = ? AND received_at >= ? AND is_open = 1`,
    [brandId, toColumn(receivedFrom)],
  );
  return affectedRows;
}

/** Notes all open orders that were received at this instant or later. @returns how many */
export async function noteOrdersReceivedSince(tx: Tx, receivedFrom: string): Promise<number> {
  const { affectedRows } = await tx.execute(
    `INSERT IGNORE INTO due_order (order_id, channel_id)
     SELECT order_id, channel_id FROM order_life WHERE is_open = 1 AND due_on IS NOT NULL AND received_at >= ?`,
    [toColumn(receivedFrom)],
  );
  return affectedRows;
}

/** Some of the orders that are noted, in the order of their key, held until the transaction ends. */
export async function takeDueOrders(tx: Tx, most: number): Promise<OrderId[]> {
  const rows = await tx.query<{ order_id: string; channel_id: string }>(
    'SELECT order_id, channel_id FROM due_order ORDER BY order_id, channel_id LIMIT ? FOR UPDATE',
    [most],
  );
  return rows.map(row => ({ orderId: row.order_id, channelId: row.channel_id }));
}

/** @param orders at most 500 */
export async function forgetDueOrders(tx: Tx, orders: readonly OrderId[]): Promise<void> {
  if (orders.length === 0) return;
  await tx.execute('DELETE FROM due_order WHERE (order_id, channel_id) IN (?)', [orders.map(orderTuple)]);
}

export async function countDueOrders(tx: Pick<Tx, 'query'>): Promise<number> {
  const [row] = await tx.query<{ n: number }>('SELECT COUNT(*) AS n FROM due_order');
  return row!.n;
}
