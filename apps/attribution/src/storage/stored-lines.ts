import { insertRows, takeNew } from '@chuanliu/database/insert-rows';
import { toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { appendTo } from './append-to';
import { byKey, compare, type Line, type LineAtWork, type LineId, type RiverMarks, type Settled } from './line';
import { LINE_COLUMNS, lineOf, rowOf, storedRow, type LineRow } from './line-row';
import { readInParts } from './read-in-parts';
import type { Reader } from './reader';
import { noteSettled } from './settled-lines';
import { REFUND_COLUMNS, refundsOfLine, type RefundRow } from './refund-row';

const LINES = `SELECT ${LINE_COLUMNS.join(', ')} FROM line`;
const REFUNDS = `SELECT ${REFUND_COLUMNS.join(', ')} FROM line_refund`;
const WRITTEN = [...LINE_COLUMNS, 'updated_at'];
const TAKE_ALL = takeNew(...WRITTEN.slice(3)); // All but the primary key.

/** One order as stored: its lines, locked, its refunds, and the revision of a withdrawal that came before its payment. */
export interface StoredOrder {
  lines: LineAtWork[];
  refunds: RefundRow[];
  withdrawnAt: number;
}

export const orderName = (channelId: string, orderId: string): string => `${channelId}/${orderId}`;

/** Orders by name, with all their lines locked in key order. Orders not known are there, empty. */
export async function lockOrders(
  tx: Tx,
  orders: ReadonlyArray<{ channelId: string; orderId: string }>,
): Promise<Map<string, StoredOrder>> {
  const stored = new Map<string, StoredOrder>();
  for (const { channelId, orderId } of orders) {
    stored.set(orderName(channelId, orderId), { lines: [], refunds: [], withdrawnAt: 0 });
  }
  const ids = [...new Set(orders.map(order => order.orderId))].sort(compare);
  const lines = await readInParts<LineRow>(tx, `${LINES} WHERE order_id IN (?) FOR UPDATE`, ids);
  const refunds = await readInParts<RefundRow>(tx, `${REFUNDS} WHERE order_id IN (?)`, ids);
  const { withdrawn, settled } = await toldBefore(tx, ids);
  for (const refund of refunds) stored.get(orderName(refund.channel_id, refund.order_id))?.refunds.push(refund);
  for (const row of lines) {
    const order = stored.get(orderName(row.channel_id, row.order_id));
    order?.lines.push(atWork(row, order.refunds));
  }
  for (const row of withdrawn) {
    const order = stored.get(orderName(row.channel_id, row.order_id));
    if (order) order.withdrawnAt = row.order_revision;
  }
  // A settled line that waits for its payment, or for a decision of it: what is heard now may be that. Also one that is
  // due: whoever looks for its line just now does not find it, and lets it wait.
  await noteSettled(tx, settled);
  return stored;
}

/** What may be known of orders before their lines: withdrawals of payments, and settled lines that wait. One statement. */
async function toldBefore(tx: Tx, orderIds: readonly string[]) {
  const rows: Array<{ order_id: string; channel_id: string; line_no: number | null; order_revision: number }> = [];
  for (let start = 0; start < orderIds.length; start += 500) {
    const some = orderIds.slice(start, start + 500);
    const told = await tx.query<(typeof rows)[0]>(
      `SELECT order_id, channel_id, NULL AS line_no, order_revision FROM withdrawn_payment WHERE order_id IN (?)
       UNION ALL SELECT order_id, channel_id, line_no, decision_revision FROM settled_line
       WHERE order_id IN (?)`,
      [some, some],
    );
    for (const row of told) rows.push(row);
  }
  return {
    withdrawn: rows.filter(row => row.line_no === null),
    settled: rows.flatMap(({ order_id: orderId, channel_id: channelId, line_no: lineNo, order_revision: revision }) =>
      lineNo === null ? [] : [{ orderId, channelId, lineNo, decisionRevision: revision }],
    ),
  };
}

/** These lines, locked in key order; ones that are not there are left out. */
export async function lockLines(tx: Tx, ids: readonly LineId[]): Promise<LineAtWork[]> {
  const keys = [...ids].sort(byKey).map(id => [id.orderId, id.channelId, id.lineNo]);
  const rows = await readInParts<LineRow>(tx, `${LINES} WHERE (order_id, channel_id, line_no) IN (?) FOR UPDATE`, keys);
  const refunds = await refundsOf(tx, rows);
  return rows.map(row => atWork(row, refunds.get(orderName(row.channel_id, row.order_id))));
}

/** As much of a line as marking it as settled needs. */
export interface SettlingLine extends LineId {
  revision: number;
  isSettled: boolean;
  returned: RiverMarks['returned'];
}

/** These lines, locked in key order, in short. @param ids in key order */
export async function lockSettling(tx: Tx, ids: readonly LineId[]): Promise<SettlingLine[]> {
  const rows = await readInParts<
    LineId & { revision: number; isSettled: number; broughtBy: string; heldOut: number | null }
  >(
    tx,
    `SELECT order_id AS orderId, channel_id AS channelId, line_no AS lineNo, revision, settled IS NOT NULL AS isSettled,
       river_promoter_id AS broughtBy, held_out AS heldOut
     FROM line WHERE (order_id, channel_id, line_no) IN (?) FOR UPDATE`,
    ids.map(id => [id.orderId, id.channelId, id.lineNo]),
  );
  return rows.map(({ broughtBy, heldOut, isSettled, ...line }) => ({
    isSettled: isSettled === 1,
    returned: heldOut === null ? null : { broughtBy, heldOut: heldOut === 1 },
    ...line,
  }));
}

/** Writes of lines whose decision stands that they are settled. Most have the same to say. @param lines at most 500 */
export async function markSettled(tx: Tx, lines: ReadonlyArray<{ line: LineId; settled: Settled }>): Promise<void> {
  const ofText = new Map<string, unknown[]>();
  for (const { line, settled } of lines) {
    appendTo(ofText, JSON.stringify(settled), [line.orderId, line.channelId, line.lineNo]);
  }
  for (const [text, keys] of ofText) {
    await tx.execute('UPDATE line SET settled = ? WHERE (order_id, channel_id, line_no) IN (?)', [text, keys]);
  }
}

/** The lines of one order by lineNo, as they stand. */
export async function linesOfOrder(tx: Reader, channelId: string, orderId: string): Promise<Line[]> {
  const rows = await tx.query<LineRow>(`${LINES} WHERE order_id = ? AND channel_id = ? ORDER BY line_no`, [
    orderId,
    channelId,
  ]);
  const refunds = await refundsOf(tx, rows);
  return rows.map(row => lineOf(row, refundsOfLine(refunds.get(orderName(channelId, orderId)), row.line_no)));
}

/** The lines of this number in the orders of this id, one for each channel that has them, by channel. */
export async function linesNumbered(tx: Reader, orderId: string, lineNo: number): Promise<Line[]> {
  const sql = `${LINES} WHERE order_id = ? AND line_no = ? ORDER BY channel_id`;
  const rows = await tx.query<LineRow>(sql, [orderId, lineNo]);
  const refunds = await refundsOf(tx, rows);
  return rows.map(row => lineOf(row, refundsOfLine(refunds.get(orderName(row.channel_id, orderId)), lineNo)));
}

/** Holds a line's row until the transaction ends. */
export async function lockLine(tx: Tx, { orderId, channelId, lineNo }: LineId): Promise<void> {
  const sql = 'SELECT line_no FROM line WHERE order_id = ? AND channel_id = ? AND line_no = ? FOR UPDATE';
  await tx.query(sql, [orderId, channelId, lineNo]);
}

/** Refund rows by order. */
export async function refundsOf(
  tx: Reader,
  lines: ReadonlyArray<{ order_id: string }>,
): Promise<Map<string, RefundRow[]>> {
  const ids = [...new Set(lines.map(line => line.order_id))];
  const byOrder = new Map<string, RefundRow[]>();
  for (const row of await readInParts<RefundRow>(tx, `${REFUNDS} WHERE order_id IN (?)`, ids)) {
    const name = orderName(row.channel_id, row.order_id);
    const rows = byOrder.get(name);
    if (rows) rows.push(row);
    else byOrder.set(name, [row]);
  }
  return byOrder;
}

function atWork(row: LineRow, refunds: readonly RefundRow[] | undefined): LineAtWork {
  const line = lineOf(row, refundsOfLine(refunds, row.line_no));
  return { stored: { line, row: storedRow(row) }, line };
}

/** Writes new and changed lines; ones that are as they were stored are left alone. */
export async function saveLines(tx: Tx, lines: readonly LineAtWork[]): Promise<void> {
  const now = toColumn(new Date().toISOString());
  const rows: unknown[][] = [];
  for (const { stored, line } of [...lines].sort((a, b) => byKey(a.line.facts, b.line.facts))) {
    const row = rowOf(line);
    if (stored && row.every((value, i) => value === stored.row[i])) continue;
    row.push(now);
    rows.push(row);
  }
  if (rows.length > 0) await insertRows(tx, 'line', WRITTEN, rows, { onDuplicate: TAKE_ALL });
}

export async function saveRefunds(tx: Tx, refunds: readonly RefundRow[]): Promise<void> {
  if (refunds.length === 0) return;
  await insertRows(
    tx,
    'line_refund',
    REFUND_COLUMNS,
    refunds.map(refund => REFUND_COLUMNS.map(column => refund[column])),
    { onDuplicate: takeNew(...REFUND_COLUMNS.slice(3)) },
  );
}
