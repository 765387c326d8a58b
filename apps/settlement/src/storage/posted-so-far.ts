import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { fen } from '@chuanliu/money/fen';
import { asPending } from '../domain/accounts';
import type { Cause, EntryShare, Posting } from '../domain/posting';
import { lineName, type LineId } from './ledger-lines';

interface PostedRow {
  channel_id: string;
  order_id: string;
  line_no: number;
  posting_id: number;
  cause: Cause['kind'];
  refund_id: string | null;
  transaction_id: string | null;
  occurred_at: string;
  account: string;
  share: EntryShare;
  amount_fen: number;
}

/**
 * Everything that was ever posted for the payments and refunds of these sales, by lineName. All of it on `pending`
 * accounts: what was posted after settlement, on `available` ones, is read as if it had been before, since a settlement
 * moves sums of a party and not of a line.
 */
export async function postedSoFar(tx: Tx, lines: readonly LineId[]): Promise<Map<string, Posting[]>> {
  const posted = new Map<string, Posting[]>();
  if (lines.length === 0) return posted;
  const { where, parameters } = whereLineIsOneOf(lines);
  const rows = await tx.query<PostedRow>(
    `SELECT p.channel_id, p.order_id, p.line_no, p.posting_id, p.cause, p.refund_id, p.transaction_id, p.occurred_at,
       a.name AS account, e.share, e.amount_fen
     FROM posting p
     JOIN posting_entry e ON e.posting_id = p.posting_id
     JOIN account a ON a.account_id = e.account_id
     WHERE ${where} AND p.cause IN ('paid', 'refund')
     ORDER BY p.posting_id, e.entry_no`,
    parameters,
  );
  let current: { id: number; posting: Posting } | undefined;
  for (const row of rows) {
    if (current?.id !== row.posting_id) {
      current = { id: row.posting_id, posting: { cause: causeOf(row), entries: [] } };
      const name = lineName({ channelId: row.channel_id, orderId: row.order_id, lineNo: row.line_no });
      const postings = posted.get(name);
      if (postings) postings.push(current.posting);
      else posted.set(name, [current.posting]);
    }
    current.posting.entries.push({ account: asPending(row.account), share: row.share, amountFen: fen(row.amount_fen) });
  }
  return posted;
}

/** One branch for each order, so that every branch is a range of the index and an order of 2,000 lines is read in part. */
function whereLineIsOneOf(lines: readonly LineId[]): { where: string; parameters: unknown[] } {
  const orders = new Map<string, { orderId: string; channelId: string; lineNos: number[] }>();
  for (const { orderId, channelId, lineNo } of lines) {
    const name = `${channelId} ${orderId}`;
    const order = orders.get(name);
    if (order) order.lineNos.push(lineNo);
    else orders.set(name, { orderId, channelId, lineNos: [lineNo] });
  }
  const branch = '(p.order_id = ? AND p.channel_id = ? AND p.line_no IN (?))';
  return {
    where: `(${Array.from(orders, () => branch).join(' OR ')})`,
    parameters: [...orders.values()].flatMap(order => [order.orderId, order.channelId, order.lineNos]),
  };
}

const causeOf = (row: PostedRow): Cause => ({
  kind: row.cause,
  refundId: row.refund_id,
  transactionId: row.transaction_id,
  occurredAt: fromColumn(row.occurred_at),
});
