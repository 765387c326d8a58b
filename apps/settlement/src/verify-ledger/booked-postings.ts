import type { BusinessDate } from '@chuanliu/contracts/instants';
import { fromColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import type { Fen } from '@chuanliu/money/fen';
import type { BookedPosting } from '../domain/digest-of-posting';
import type { Cause, EntryShare } from '../domain/posting';

/** A posting as its rows have it, be they what they must be or not. */
export interface FoundPosting extends Omit<BookedPosting, 'entries'> {
  digest: Buffer | null;
  entries: Array<{
    entryNo: number;
    accountId: number;
    /** A name is missing where no such account is there. */
    account: string;
    share: EntryShare;
    amountFen: Fen;
  }>;
  movements: Array<{ entryNo: number; accountId: number; kind: string; amountFen: number }>;
}

interface HeadRow {
  posting_id: number;
  occurred_at: string;
  cause: Cause['kind'];
  refund_id: string | null;
  transaction_id: string | null;
  reference: string | null;
  channel_id: string | null;
  order_id: string | null;
  line_no: number | null;
  digest: Buffer | null;
}

interface EntryRow {
  posting_id: number;
  entry_no: number;
  account_id: number;
  account: string | null;
  share: EntryShare;
  amount_fen: number;
}

interface MovementRow {
  posting_id: number;
  entry_no: number;
  account_id: number;
  kind: string;
  amount_fen: number;
}

const POSTINGS_A_PAGE = 2_000;

/** The days on which anything is booked, in order. */
export async function* bookedDays(query: Tx['query']): AsyncGenerator<BusinessDate> {
  for (let last: BusinessDate | null = null; ;) {
    const [row]: Array<{ day: BusinessDate | null }> = await query(
      `SELECT MIN(booked_on) AS day FROM posting WHERE ${last === null ? 'TRUE' : 'booked_on > ?'}`,
      last === null ? [] : [last],
    );
    if (row!.day === null) return;
    yield (last = row!.day);
  }
}

/** A day's postings in the order of their ids, page by page: a day of any length takes the memory of one page. */
export async function* postingsOfDay(query: Tx['query'], day: BusinessDate): AsyncGenerator<FoundPosting> {
  for (let after = 0; ;) {
    const heads = await query<HeadRow>(
      `SELECT posting_id, occurred_at, cause, refund_id, transaction_id, reference, channel_id, order_id, line_no, digest
       FROM posting WHERE booked_on = ? AND posting_id > ? ORDER BY booked_on, posting_id LIMIT ${POSTINGS_A_PAGE}`,
      [day, after],
    );
    if (heads.length > 0) yield* await withEntries(query, day, heads);
    if (heads.length < POSTINGS_A_PAGE) return;
    after = heads.at(-1)!.posting_id;
  }
}

async function withEntries(query: Tx['query'], day: BusinessDate, heads: HeadRow[]): Promise<FoundPosting[]> {
  const ids = heads.map(head => head.posting_id);
  const entries = await query<EntryRow>(
    `SELECT e.posting_id, e.entry_no, e.account_id, a.name AS account, e.share, e.amount_fen
     FROM posting_entry e LEFT JOIN account a ON a.account_id = e.account_id
     WHERE e.posting_id IN (?) ORDER BY e.posting_id, e.entry_no`,
    [ids],
  );
  const movements = await query<MovementRow>(
    `SELECT posting_id, entry_no, account_id, kind, amount_fen FROM available_movement
     WHERE posting_id IN (?) ORDER BY posting_id, entry_no`,
    [ids],
  );
  const found = new Map(heads.map(head => [head.posting_id, foundPosting(day, head)]));
  for (const { posting_id, entry_no, account_id, account, share, amount_fen } of entries) {
    const name = account ?? `(account ${account_id} is not there)`;
    const entry = { entryNo: entry_no, accountId: account_id, account: name, share, amountFen: amount_fen as Fen };
    found.get(posting_id)!.entries.push(entry);
  }
  for (const { posting_id, entry_no, account_id, kind, amount_fen } of movements)
    found.get(posting_id)!.movements.push({ entryNo: entry_no, accountId: account_id, kind, amountFen: amount_fen });
  return [...found.values()];
}

const foundPosting = (bookedOn: BusinessDate, head: HeadRow): FoundPosting => ({
  postingId: String(head.posting_id),
  bookedOn,
  cause: {
    kind: head.cause,
    refundId: head.refund_id,
    transactionId: head.transaction_id,
    occurredAt: fromColumn(head.occurred_at),
  },
  reference: head.reference,
  line:
    head.channel_id === null ? null : { channelId: head.channel_id, orderId: head.order_id!, lineNo: head.line_no! },
  digest: head.digest,
  entries: [],
  movements: [],
});
