import type { SaleState, Share } from '@chuanliu/contracts/commissions/commission-split.v1';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';

interface Sales {
  channelId: string;
  orderId: string;
  lines: ReadonlyArray<{ state?: SaleState; shares: readonly Share[] }>;
}

const COUNTED: SaleState = 'settled';
/** What an event says of every line that counts: most events of a sale, those from before its settlement, do not say it. */
export const COUNTED_IN_JSON = `"${COUNTED}"`;

/**
 * Keeps which orders a promoter has brought, and earned from, until they were settled. An order that was kept once stays, also
 * when it is refunded or decided otherwise later, so that the events may come in any order and any number of times.
 */
export async function keepPromoterOrders(tx: Tx, sales: readonly Sales[]): Promise<void> {
  const orders = new Map<string, [promoterId: string, channelId: string, orderId: string]>();
  for (const { channelId, orderId, lines } of sales) {
    for (const { state, shares } of lines) {
      if (state !== COUNTED) continue;
      for (const { share, partyId, amountFen } of shares) {
        if (share !== 'promoter' || partyId === null || amountFen === 0) continue;
        orders.set(`${partyId} ${channelId} ${orderId}`, [partyId, channelId, orderId]);
      }
    }
  }
  const rows = [...orders.keys()].sort().map(key => orders.get(key)!);
  await insertRows(tx, 'promoter_order', ['promoter_id', 'channel_id', 'order_id'], rows, { ignore: true });
}
