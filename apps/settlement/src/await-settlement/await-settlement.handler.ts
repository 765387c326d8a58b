import { Injectable } from '@nestjs/common';
import type { Tx } from '@chuanliu/database/tx';
import { SettleOnTouch } from '../settle-business-day/settle-on-touch';
import { readBooksState } from '../storage/books-state';
import { inOrderOfKey, orderName } from '../storage/order-id';
import { deriveDueDays, enterReceipts, lockOrders, type Receipt } from '../storage/order-life';

/** Learns when orders were received, and from when on a run may settle them. */
@Injectable()
export class AwaitSettlementHandler {
  constructor(private readonly settleOnTouch: SettleOnTouch) {}

  async run(told: readonly Receipt[], tx: Tx): Promise<void> {
    const receipts = newestOf(told);
    const state = await readBooksState(tx);
    await this.settleOnTouch.before(tx, state, receipts);
    await enterReceipts(tx, receipts, state.openRun);
    await deriveDueDays(tx, await lockOrders(tx, receipts));
  }
}

/** Of every order the newest receipt that is told, in the order of their key. */
function newestOf(receipts: readonly Receipt[]): Receipt[] {
  const newest = new Map<string, Receipt>();
  for (const receipt of receipts) {
    const known = newest.get(orderName(receipt));
    if (!known || known.receiptRevision < receipt.receiptRevision) newest.set(orderName(receipt), receipt);
  }
  return inOrderOfKey(newest.values());
}
