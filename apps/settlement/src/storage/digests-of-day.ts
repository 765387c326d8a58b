import type { BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { fen } from '@chuanliu/money/fen';
import { digestOfPosting } from '../domain/digest-of-posting';
import type { Cause, EntryShare } from '../domain/posting';

const A_PAGE = 5_000;

/** The digests of all postings booked on a day, in the order of their ids, as they were made when the postings were written. */
export async function* digestsOfDay(database: Database, day: BusinessDate): AsyncGenerator<Buffer> {
  let after = 0;
  for (;;) {
    const rows = await database.read<{ posting_id: number; digest: Buffer | null }>(
      `SELECT posting_id, digest FROM posting WHERE booked_on = ? AND posting_id > ?
       ORDER BY booked_on, posting_id LIMIT ${A_PAGE}`,
      [day, after],
    );
    for (const { posting_id, digest } of rows) yield digest ?? (await digestOf(database, posting_id));
    if (rows.length < A_PAGE) return;
    after = rows.at(-1)!.posting_id;
  }
}

/** Of a posting from before digests were kept: from what it says. */
async function digestOf(database: Database, postingId: number): Promise<Buffer> {
  const rows = await database.read<{
    occurred_at: string;
    booked_on: string;
    cause: Cause['kind'];
    refund_id: string | null;
    transaction_id: string | null;
    reference: string | null;
    channel_id: string | null;
    order_id: string | null;
    line_no: number | null;
    account: string;
    share: EntryShare;
    amount_fen: number;
  }>(
    `SELECT p.occurred_at, p.booked_on, p.cause, p.refund_id, p.transaction_id, p.reference, p.channel_id, p.order_id,
       p.line_no, a.name AS account, e.share, e.amount_fen
     FROM posting p
     JOIN posting_entry e ON e.posting_id = p.posting_id
     JOIN account a ON a.account_id = e.account_id
     WHERE p.posting_id = ? ORDER BY e.entry_no`,
    [postingId],
  );
  const [head] = rows;
  if (!head) throw new Error(`posting ${postingId} has no entries`);
  const { channel_id: channelId, order_id: orderId, line_no: lineNo } = head;
  return digestOfPosting({
    postingId: String(postingId),
    bookedOn: head.booked_on,
    cause: {
      kind: head.cause,
      refundId: head.refund_id,
      transactionId: head.transaction_id,
      occurredAt: fromColumn(head.occurred_at),
    },
    reference: head.reference,
    line: channelId === null ? null : { channelId, orderId: orderId!, lineNo: lineNo! },
    entries: rows.map(row => ({ account: row.account, share: row.share, amountFen: fen(row.amount_fen) })),
  });
}
