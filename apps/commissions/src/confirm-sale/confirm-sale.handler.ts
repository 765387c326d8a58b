import { Injectable } from '@nestjs/common';
import { saleStateChanged } from '@chuanliu/contracts/commissions/sale-state-changed.v1';
import type { DataOf } from '@chuanliu/contracts/define-event';
import type { orderReceived } from '@chuanliu/contracts/orders/order-received.v1';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { EventMeta, EventOf } from '@chuanliu/messaging/on-events';
import { Outbox } from '@chuanliu/messaging/outbox';
import { stateOf } from '../domain/line-state';
import { keyText } from '../storage/line-key';
import { receivedAmong, saveReceipts, type OrderReceipt } from '../storage/order-receipt';
import { readPartySales, rowKeysOf, setPartySaleState, type FiledShare, type RowKey } from '../storage/party-sale';
import { lockLinesOf, type SaleLine } from '../storage/sale-line';

type Receipt = OrderReceipt & { cause: EventMeta };

/** A line whose receipt puts it into another state; its shares are those that it was split into last. */
interface MovedLine {
  line: SaleLine;
  state: 'estimated' | 'confirmed';
  shares: Array<Omit<FiledShare, 'state'>>;
}

/** Learns which orders were received, shows their sales as confirmed, and announces it. Amounts do not move. */
@Injectable()
export class ConfirmSaleHandler {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(events: ReadonlyArray<EventOf<typeof orderReceived>>, tx: Tx): Promise<void> {
    const receipts = newestOf(events);
    await saveReceipts(tx, receipts);
    const orders = receipts.map(({ orderId, channelId }) => [orderId, channelId] as const);
    const lines = await lockLinesOf(tx, orders); // After the receipts were written: see receivedAmong().
    const moved = await movedBy(tx, await receivedAmong(tx, orders), lines);
    const now = this.clock.now();
    for (const state of ['confirmed', 'estimated'] as const) {
      const rows = moved.filter(one => one.state === state).flatMap(({ line }) => rowsOf(line));
      await setPartySaleState(tx, rows, state, now);
    }
    await this.announce(tx, moved, receipts);
  }

  /** One event an order. Lines still under another payment's brand go apart. */
  private async announce(tx: Tx, moved: readonly MovedLine[], receipts: readonly Receipt[]): Promise<void> {
    const causes = new Map(receipts.map(({ channelId, orderId, cause }) => [`${channelId}/${orderId}`, cause]));
    const events = new Map<string, { data: DataOf<typeof saleStateChanged>; cause?: EventMeta }>();
    for (const { line, state, shares } of moved) {
      const { channelId, orderId, brandId, lineNo, productId, outcome } = line.facts;
      const said = { lineNo, productId, outcome, state, baseFen: line.record.baseFen, shares };
      const heading = `${channelId}/${orderId}/${brandId}`;
      const event = events.get(heading);
      if (event) event.data.lines.push(said);
      else {
        const cause = causes.get(`${channelId}/${orderId}`);
        events.set(heading, { data: { channelId, orderId, brandId, lines: [said] }, cause });
      }
    }
    await this.outbox.add(tx, saleStateChanged, [...events.values()]);
  }
}

const rowsOf = ({ facts, record }: SaleLine): RowKey[] => (record.listed ? rowKeysOf(facts, record.listed) : []);

/** The lines that are filed under another state than their order's receipt gives them, or the lack of one. */
async function movedBy(tx: Tx, received: ReadonlySet<string>, lines: readonly SaleLine[]): Promise<MovedLine[]> {
  const filed = await readPartySales(tx, lines.flatMap(rowsOf));
  return lines.flatMap(line => {
    const { facts, record } = line;
    const state = stateOf(record.baseFen, received.has(`${facts.channelId}/${facts.orderId}`));
    const shares = filed.get(keyText(facts));
    if (!shares || state === 'void' || shares[0]!.state === state) return [];
    return [{ line, state, shares: shares.map(({ share, partyId, amountFen }) => ({ share, partyId, amountFen })) }];
  });
}

/** Of every order the newest receipt that these events tell, in key order. */
function newestOf(events: ReadonlyArray<EventOf<typeof orderReceived>>): Receipt[] {
  const newest = new Map<string, Receipt>();
  for (const { data: receipt, meta: cause } of events) {
    const name = `${receipt.orderId}/${receipt.channelId}`;
    const known = newest.get(name);
    if (!known || known.receiptRevision < receipt.receiptRevision) newest.set(name, { ...receipt, cause });
  }
  return [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, receipt]) => receipt);
}
