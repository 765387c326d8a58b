import { businessDayOf, type BusinessDate } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Posting } from '../domain/posting';
import { DaySums } from './day-sums';
import type { LineId } from './ledger-lines';

/** A posting and the sale that it belongs to. */
export interface PostingOfLine {
  line: LineId;
  posting: Posting;
}

const POSTING = [
  'posting_id',
  'occurred_at',
  'booked_on',
  'cause',
  'refund_id',
  'transaction_id',
  'channel_id',
  'order_id',
  'line_no',
];
const ENTRY = ['posting_id', 'entry_no', 'account_id', 'share', 'amount_fen'];

/**
 * Writes postings with their entries, and adds them to the days' sums. Call it last in a slice: sums of busy accounts are
 * locked from here to the commit.
 *
 * @param firstId the first of as many ids as there are postings
 * @param accountIds a number for every account that the entries name
 */
export async function recordPostings(
  tx: Tx,
  postings: readonly PostingOfLine[],
  firstId: number,
  accountIds: ReadonlyMap<string, number>,
): Promise<void> {
  const heads: unknown[][] = [];
  const entries: unknown[][] = [];
  const sums = new DaySums();
  let id = firstId;
  for (const { line, posting } of postings) {
    const { kind, refundId, transactionId, occurredAt } = posting.cause;
    const bookedOn = bookedDayOf(occurredAt);
    const at = toColumn(occurredAt);
    heads.push([id, at, bookedOn, kind, refundId, transactionId, line.channelId, line.orderId, line.lineNo]);
    let entryNo = 0;
    for (const { account, share, amountFen } of posting.entries) {
      const accountId = accountIds.get(account)!;
      entries.push([id, ++entryNo, accountId, share, amountFen]);
      sums.add(accountId, bookedOn, amountFen);
    }
    id += 1;
  }
  await insertRows(tx, 'posting', POSTING, heads);
  await insertRows(tx, 'posting_entry', ENTRY, entries);
  await sums.save(tx);
}

/** The day that a posting counts for. No day is sealed yet, so it is the business day on which its cause occurred. */
const bookedDayOf = (occurredAt: string): BusinessDate => businessDayOf(occurredAt);
