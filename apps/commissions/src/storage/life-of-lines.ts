import type { Tx } from '@chuanliu/database/tx';
import type { LifeOfLine } from '../domain/line-state';
import { inLists, keyText, type LineKey } from './line-key';
import type { SaleLine } from './sale-line';

type Order = readonly [orderId: string, channelId: string];

/** What orders' receipts and settlement tell of lines. */
export interface LivesOfLines {
  of(line: Pick<SaleLine, 'facts' | 'settled'>): LifeOfLine;
  /** Lines that are settled, and wait here for something to be learned of them. */
  waiting: LineKey[];
}

interface ToldRow {
  order_id: string;
  channel_id: string;
  /** NULL: the order's receipt. */
  line_no: number | null;
  is_held: number | null;
  waits: number | null;
}

/**
 * What receipts and settlement tell of these orders' lines, in one statement.
 *
 * A locking read, and only after the lines were written: a receipt's slice, perhaps of another instance, writes its
 * receipt and then looks for lines, a sale's slice writes its lines and then looks for receipts. Whichever comes
 * second waits for the other, so that neither misses the other's row. With holds it is the same.
 *
 * @param orders [orderId, channelId], in order
 */
export const livesOfLines = (tx: Tx, orders: readonly Order[]): Promise<LivesOfLines> =>
  lives((sql, parameters) => tx.query(sql, parameters), orders, 'FOR UPDATE');

/** The same as it is, for a look. */
export const readLives = (read: Tx['query'], orders: readonly Order[]): Promise<LivesOfLines> =>
  lives(read, orders, '');

async function lives(read: Tx['query'], orders: readonly Order[], lock: 'FOR UPDATE' | ''): Promise<LivesOfLines> {
  const received = new Set<string>();
  const held = new Set<string>();
  const waiting: LineKey[] = [];
  for (const some of inLists(orders)) {
    const rows = await read<ToldRow>(
      `(SELECT order_id, channel_id, NULL AS line_no, NULL AS is_held, NULL AS waits FROM order_receipt
        WHERE (order_id, channel_id) IN (?) AND received_at IS NOT NULL ${lock})
       UNION ALL
       (SELECT order_id, channel_id, line_no, is_held, is_settled = 1 AND is_due = 0 FROM told_by_settlement
        WHERE (order_id, channel_id) IN (?) ${lock})`,
      [some, some],
    );
    for (const { order_id: orderId, channel_id: channelId, line_no: lineNo, is_held: isHeld, waits } of rows) {
      if (lineNo === null) {
        received.add(`${channelId}/${orderId}`);
        continue;
      }
      const line = { orderId, channelId, lineNo };
      if (isHeld === 1) held.add(keyText(line));
      if (waits === 1) waiting.push(line);
    }
  }
  const of: LivesOfLines['of'] = ({ facts, settled }) => ({
    isReceived: received.has(`${facts.channelId}/${facts.orderId}`),
    isHeld: held.size > 0 && held.has(keyText(facts)),
    isSettled: settled !== null,
  });
  return { of, waiting };
}

/** The orders of these lines as [orderId, channelId], each once, in the order of the lines. */
export function ordersOf(lines: ReadonlyArray<{ facts: LineKey }>): Order[] {
  const orders = new Map<string, Order>();
  for (const { facts } of lines) orders.set(`${facts.channelId}/${facts.orderId}`, [facts.orderId, facts.channelId]);
  return [...orders.values()];
}
