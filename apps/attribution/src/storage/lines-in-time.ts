import type { UtcInstant } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import type { Line } from './line';
import { LINE_COLUMNS, lineOf, type LineRow } from './line-row';
import type { Reader } from './reader';
import { refundsOfLine } from './refund-row';
import type { PlaceOfLine } from './simulations';
import { orderName, refundsOf } from './stored-lines';

/** By orderedAt: `from` belongs to it, `to` does not. */
export interface Period {
  from: UtcInstant;
  to: UtcInstant;
}

/** How many lines of the payments in force were ordered in the period. */
export async function countLinesIn(reader: Reader, { from, to }: Period): Promise<number> {
  const [row] = await reader.query<{ n: number }>(
    'SELECT COUNT(*) AS n FROM line WHERE ordered_at >= ? AND ordered_at < ? AND present = 1',
    [toColumn(from), toColumn(to)],
  );
  return row!.n;
}

/** The next lines of the period as they stand, by (orderedAt, orderId, channelId, lineNo), those after `after`. */
export async function linesIn(
  reader: Reader,
  { from, to }: Period,
  after: PlaceOfLine | null,
  limit: number,
): Promise<Line[]> {
  const [behind, parameters] = placesAfter(after);
  // The index on the time carries the primary key, so rows come in this order and are never sorted.
  const rows = await reader.query<LineRow>(
    `SELECT ${LINE_COLUMNS.join(', ')} FROM line WHERE ordered_at >= ? AND ordered_at < ? ${behind} AND present = 1
     ORDER BY ordered_at, order_id, channel_id, line_no LIMIT ?`,
    [toColumn(after?.orderedAt ?? from), toColumn(to), ...parameters, limit],
  );
  const refunds = await refundsOf(reader, rows);
  return rows.map(row => lineOf(row, refundsOfLine(refunds.get(orderName(row.channel_id, row.order_id)), row.line_no)));
}

/** A condition on rows whose order is (ordered_at, order_id, channel_id, line_no): those behind a place. */
export function placesAfter(after: PlaceOfLine | null | undefined): [string, unknown[]] {
  if (!after) return ['', []];
  const at = toColumn(after.orderedAt);
  const { orderId, channelId, lineNo } = after;
  // The first condition says nothing new, but it is the one by which a database finds the place in the key.
  return [
    `AND ordered_at >= ? AND (ordered_at > ? OR order_id > ? OR
       (order_id = ? AND (channel_id > ? OR (channel_id = ? AND line_no > ?))))`,
    [at, at, orderId, orderId, channelId, channelId, lineNo],
  ];
}
