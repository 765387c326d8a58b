import { Injectable } from '@nestjs/common';
import type { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { EventOf } from '@chuanliu/messaging/on-events';
import { receivedAmong, saveReceipts, type OrderReceipt } from '../storage/order-receipt';
import { rowKeysOf, setPartySaleState } from '../storage/party-sale';
import { lockLinesOf, type SaleLine } from '../storage/sale-line';

/** Learns which orders were received, and shows their sales as confirmed. Amounts do not move. */
@Injectable()
export class ConfirmSaleHandler {
  constructor(private readonly clock: Clock) {}

  async run(events: ReadonlyArray<EventOf<typeof orderReceived>>, tx: Tx): Promise<void> {
    const receipts = newestOf(events);
    await saveReceipts(tx, receipts);
    const orders = receipts.map(({ orderId, channelId }) => [orderId, channelId] as const);
    const lines = await lockLinesOf(tx, orders); // After the receipts were written: see receivedAmong().
    const received = await receivedAmong(tx, orders);
    const isReceived = ({ facts }: SaleLine) => received.has(`${facts.channelId}/${facts.orderId}`);
    const now = this.clock.now();
    await setPartySaleState(tx, lines.filter(isReceived).flatMap(rowsOf), 'confirmed', now);
    await setPartySaleState(tx, lines.filter(line => !isReceived(line)).flatMap(rowsOf), 'estimated', now);
  }
}

const rowsOf = ({ facts, record }: SaleLine) => (record.listed ? rowKeysOf(facts, record.listed) : []);

/** Of every order the newest receipt that these events tell, in key order. */
function newestOf(events: ReadonlyArray<EventOf<typeof orderReceived>>): OrderReceipt[] {
  const newest = new Map<string, OrderReceipt>();
  for (const { data: receipt } of events) {
    const name = `${receipt.orderId}/${receipt.channelId}`;
    const known = newest.get(name);
    if (!known || known.receiptRevision < receipt.receiptRevision) newest.set(name, receipt);
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, receipt]) => receipt);
}
