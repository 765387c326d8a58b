import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';

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
