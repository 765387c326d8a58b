import type { BusinessDate } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { dueDay } from '../domain/due-day';
import { brandFactsOf } from './brand-facts';
import { inLists, orderTuple, type OrderId } from './order-id';
import { versionsOfPolicy } from './policy-versions';

/** How far an order has come on its way to settlement. */
export interface OrderLife extends OrderId {
  /** null: only its receipt is known. */
  brandId: string | null;
  receivedAt: string | null;
  dueOn: BusinessDate | null;
  isOpen: boolean;
  /** The run that settled its freight. */
  freightRun: string | null;
  /** It changed after the cut of this run, which leaves it alone from then on. */
  lateRun: string | null;
}

/**
 * Enters orders that were divided; one upsert for a slice.
 * @param orders in the order of their key; `isOpen`: something of them is not settled
 * @param openRun the settlement run under way: for it, these orders have changed too late
 * @returns whether that changed a row that was there: one that was known by its receipt alone, which has no brand yet,
 * always does; one that stays as it was is not told from a new one. Whoever comes second to a row, the receipt or the
 * division, derives the day on which the order is due.
 */
export async function enterDividedOrders(
  tx: Tx,
  orders: ReadonlyArray<OrderId & { brandId: string; isOpen: boolean }>,
  openRun: string | null,
): Promise<boolean> {
  const affected = await insertRows(
    tx,
    'order_life',
    ['order_id', 'channel_id', 'brand_id', 'is_open', 'late_run'],
    orders.map(order => [order.orderId, order.channelId, order.brandId, order.isOpen ? 1 : 0, openRun]),
    {
      onDuplicate: `${takeNew('brand_id')}, is_open = GREATEST(is_open, VALUES(is_open)),
        late_run = COALESCE(VALUES(late_run), late_run)`,
    },
  );
  // A changed row counts twice, a new or an unchanged one once.
  return affected > orders.length;
}

/** A receipt as it is told. */
export interface Receipt extends OrderId {
  /** null: no receipt is in force any more. */
  receivedAt: string | null;
  receiptRevision: number;
}

/** Keeps, of the receipt that is known and the one that is told, that of the greater revision. @param receipts in the order of their key */
export async function enterReceipts(tx: Tx, receipts: readonly Receipt[], openRun: string | null): Promise<void> {
  const isNewer = 'VALUES(receipt_revision) > receipt_revision';
  await insertRows(
    tx,
    'order_life',
    ['order_id', 'channel_id', 'received_at', 'receipt_revision', 'is_open', 'late_run'],
    receipts.map(one => [one.orderId, one.channelId, toColumn(one.receivedAt), one.receiptRevision, 0, openRun]),
    {
      onDuplicate: `received_at = IF(${isNewer}, VALUES(received_at), received_at),
        receipt_revision = GREATEST(receipt_revision, VALUES(receipt_revision)),
        late_run = COALESCE(VALUES(late_run), late_run)`,
    },
  );
}

interface LifeRow {
  order_id: string;
  channel_id: string;
  brand_id: string | null;
  received_at: string | null;
  due_on: BusinessDate | null;
  is_open: number;
  freight_run: string | null;
  late_run: string | null;
}

/** Reads orders and holds them until the transaction ends. @param orders in the order of their key */
export async function lockOrders(tx: Tx, orders: readonly OrderId[]): Promise<OrderLife[]> {
  const lives: OrderLife[] = [];
  for (const some of inLists(orders.map(orderTuple))) {
    const rows = await tx.query<LifeRow>(
      `SELECT order_id, channel_id, brand_id, received_at, due_on, is_open, freight_run, late_run
       FROM order_life WHERE (order_id, channel_id) IN (?) ORDER BY order_id, channel_id FOR UPDATE`,
      [some],
    );
    for (const row of rows) {
      lives.push({
        orderId: row.order_id,
        channelId: row.channel_id,
        brandId: row.brand_id,
        receivedAt: fromColumn(row.received_at),
        dueOn: row.due_on,
        isOpen: row.is_open === 1,
        freightRun: row.freight_run,
        lateRun: row.late_run,
      });
    }
  }
  return lives;
}

/** Derives the day on which these orders are due from all that is known now. @param lives locked, in the order of their key */
export async function deriveDueDays(tx: Tx, lives: readonly OrderLife[]): Promise<void> {
  const received = lives.filter(life => life.brandId !== null && life.receivedAt !== null);
  const changed: Array<OrderLife & { derived: BusinessDate | null }> = [];
  if (received.length > 0) {
    const scores = await brandFactsOf(tx, [...new Set(received.map(life => life.brandId!))]);
    const policies = await versionsOfPolicy(tx, 'settlement');
    for (const life of received) {
      const derived = dueDay(life.receivedAt!, scores.get(life.brandId!) ?? [], policies);
      if (derived !== life.dueOn) changed.push({ derived, ...life });
    }
  }
  for (const life of lives) {
    if (life.receivedAt === null && life.dueOn !== null) changed.push({ derived: null, ...life });
  }
  await insertRows(
    tx,
    'order_life',
    ['order_id', 'channel_id', 'is_open', 'due_on'],
    changed.map(life => [life.orderId, life.channelId, 0, life.derived]),
    { onDuplicate: takeNew('due_on') },
  );
}
