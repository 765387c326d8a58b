import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';

/** Which sale: a line of an order of a channel. */
export interface LineId {
  channelId: string;
  orderId: string;
  lineNo: number;
}

/** A sale's place in maps; no id holds a blank. */
export const lineName = ({ channelId, orderId, lineNo }: LineId): string => `${channelId} ${orderId} ${lineNo}`;

export interface LedgerLine extends LineId {
  /** The revision of the split that the postings follow. */
  splitRevision: number;
  /** The revision of the order that this split had caught up with. */
  orderRevision: number;
}

/**
 * The split revisions that the ledger has of these orders' lines, by lineName.
 * No lock: the slice holds the position of the orders' partition, so nobody else writes their lines.
 */
export async function revisionsOf(tx: Tx, orderIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ channel_id: string; order_id: string; line_no: number; split_revision: number }>(
    'SELECT channel_id, order_id, line_no, split_revision FROM ledger_line WHERE order_id IN (?)',
    [orderIds],
  );
  return new Map(
    rows.map(row => [
      lineName({ channelId: row.channel_id, orderId: row.order_id, lineNo: row.line_no }),
      row.split_revision,
    ]),
  );
}

export async function saveLines(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
  const columns = ['order_id', 'channel_id', 'line_no', 'split_revision', 'order_revision'];
  const rows = lines.map(line => [line.orderId, line.channelId, line.lineNo, line.splitRevision, line.orderRevision]);
  await insertRows(tx, 'ledger_line', columns, rows, { onDuplicate: takeNew('split_revision', 'order_revision') });
}
