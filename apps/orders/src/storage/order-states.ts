import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { asTuples, inPortions, nameOf, type OrderKey } from './order-key';

/** How often an order's announcements changed; 0 before the first. */
export interface Revisions {
  readonly orderRevision: number;
  readonly receiptRevision: number;
}

export interface OrderState extends OrderKey, Revisions {
  /** The brand of the payment in force; null without one. */
  readonly brandId: string | null;
}

interface StateRow {
  order_id: string;
  channel_id: string;
  order_revision: number;
  receipt_revision: number;
}

/**
 * Locks those of the orders that are known, and reads how often they were announced, by nameOf.
 *
 * An order that is not known has no row to lock: of one channel and order all events lie in one partition, whose
 * position the slice holds, so nobody else can be making it known.
 */
export async function lockKnownOrders(tx: Tx, keys: readonly OrderKey[]): Promise<Map<string, Revisions>> {
  const known = new Map<string, Revisions>();
  for (const portion of inPortions(keys)) {
    // Without the hint a small table may be read whole, and rows of strangers be waited for.
    const rows = await tx.query<StateRow>(
      `SELECT order_id, channel_id, order_revision, receipt_revision FROM order_state FORCE INDEX (PRIMARY)
       WHERE (order_id, channel_id) IN (?) FOR UPDATE`,
      [asTuples(portion)],
    );
    for (const row of rows) {
      known.set(nameOf({ channelId: row.channel_id, orderId: row.order_id }), {
        orderRevision: row.order_revision,
        receiptRevision: row.receipt_revision,
      });
    }
  }
  return known;
}

export async function saveOrderStates(tx: Tx, states: readonly OrderState[]): Promise<void> {
  const rows = states.map(state => [
    state.orderId,
    state.channelId,
    state.orderRevision,
    state.receiptRevision,
    state.brandId,
  ]);
  await insertRows(
    tx,
    'order_state',
    ['order_id', 'channel_id', 'order_revision', 'receipt_revision', 'brand_id'],
    rows,
    {
      onDuplicate: takeNew('order_revision', 'receipt_revision', 'brand_id'),
    },
  );
}
