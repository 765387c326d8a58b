import type { Database } from '@chuanliu/database/database';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { asTuples, inPortions, type OrderKey } from './order-key';

/** How many events of an order wait for its payment. */
export type WaitingOrder = OrderKey & { readonly waitingEvents: number };

/** Notes orders that wait, and forgets those that no longer do. Only such orders ever have a row. */
export async function saveWaiting(tx: Tx, orders: readonly WaitingOrder[]): Promise<void> {
  const waiting = orders.filter(order => order.waitingEvents > 0);
  await insertRows(
    tx,
    'waiting_order',
    ['order_id', 'channel_id', 'waiting_events'],
    waiting.map(order => [order.orderId, order.channelId, order.waitingEvents]),
    { onDuplicate: takeNew('waiting_events') },
  );
  for (const portion of inPortions(orders.filter(order => order.waitingEvents === 0))) {
    await tx.execute('DELETE FROM waiting_order WHERE (order_id, channel_id) IN (?)', [asTuples(portion)]);
  }
}

/** Events of all orders that wait for a payment. */
export async function countWaitingEvents(database: Database): Promise<number> {
  const [sum] = await database.read<{ n: number }>(
    'SELECT CAST(COALESCE(SUM(waiting_events), 0) AS SIGNED) AS n FROM waiting_order',
  );
  return sum!.n;
}
