import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { inLists } from './line-key';

export interface OrderReceipt {
  orderId: string;
  channelId: string;
  /** null: no receipt is in force any more. */
  receivedAt: string | null;
  receiptRevision: number;
}

/** Keeps, of what is known and what is told, the receipt with the greater revision. @param receipts in order of (orderId, channelId) */
export async function saveReceipts(tx: Tx, receipts: readonly OrderReceipt[]): Promise<void> {
  const isNewer = 'VALUES(receipt_revision) > receipt_revision';
  await insertRows(
    tx,
    'order_receipt',
    ['order_id', 'channel_id', 'received_at', 'receipt_revision'],
    receipts.map(one => [one.orderId, one.channelId, toColumn(one.receivedAt), one.receiptRevision]),
    {
      onDuplicate: `received_at = IF(${isNewer}, VALUES(received_at), received_at),
        receipt_revision = GREATEST(receipt_revision, VALUES(receipt_revision))`,
    },
  );
}

/**
 * The orders among these that were received, as `channelId/orderId`.
 *
 * A locking read, and only after the lines were written: a receipt's slice, perhaps of another instance, writes its
 * receipt and then looks for lines, a sale's slice writes its lines and then looks for receipts. Whichever comes
 * second waits for the other, so that neither misses the other's row.
 */
export async function receivedAmong(tx: Tx, orders: ReadonlyArray<readonly [string, string]>): Promise<Set<string>> {
  const received = new Set<string>();
  for (const some of inLists(orders)) {
    const rows = await tx.query<{ order_id: string; channel_id: string; received_at: string | null }>(
      'SELECT order_id, channel_id, received_at FROM order_receipt WHERE (order_id, channel_id) IN (?) FOR UPDATE',
      [some],
    );
    for (const row of rows) {
      if (fromColumn(row.received_at) !== null) received.add(`${row.channel_id}/${row.order_id}`);
    }
  }
  return received;
}
