import { Injectable } from '@nestjs/common';
import type { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import type { Tx } from '@chuanliu/database/tx';
import type { EventMeta, EventOf } from '@chuanliu/messaging/on-events';
import { MoveLines } from '../move-lines/move-lines';
import { saveReceipts, type OrderReceipt } from '../storage/order-receipt';
import { lockLinesOf } from '../storage/sale-line';

type Receipt = OrderReceipt & { cause: EventMeta };

/** Learns which orders were received, shows their sales as confirmed, and announces it. Amounts do not move. */
@Injectable()
export class ConfirmSaleHandler {
  constructor(private readonly moveLines: MoveLines) {}

  async run(events: ReadonlyArray<EventOf<typeof orderReceived>>, tx: Tx): Promise<void> {
    const receipts = newestOf(events);
    await saveReceipts(tx, receipts);
    const lines = await lockLinesOf(
      tx,
      receipts.map(({ orderId, channelId }) => [orderId, channelId] as const),
    );
    const causes = new Map(receipts.map(({ channelId, orderId, cause }) => [`${channelId}/${orderId}`, cause]));
    await this.moveLines.run(tx, lines, causes);
  }
}

/** Of every order the newest receipt that these events tell, in key order. */
function newestOf(events: ReadonlyArray<EventOf<typeof orderReceived>>): Receipt[] {
  const newest = new Map<string, Receipt>();
  for (const { data: receipt, meta: cause } of events) {
    const name = `${receipt.orderId}/${receipt.channelId}`;
    const known = newest.get(name);
    if (!known || known.receiptRevision < receipt.receiptRevision) newest.set(name, { cause, ...receipt });
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, receipt]) => receipt);
}
