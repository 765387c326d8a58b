import type { BusinessDate } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { bookedDay } from '../domain/booked-day';
import { digestOfPosting } from '../domain/digest-of-posting';
import { movementOf } from '../domain/movement';
import { inWords, type Posting } from '../domain/posting';
import { DaySums } from './day-sums';
import type { LineId } from './ledger-lines';

/** A posting, and what it belongs to: a line of an order, or what the reference names (a run, a payout, …). */
export interface PostingToBook {
  posting: Posting;
  line: LineId | null;
  reference: string | null;
  /** For a run's own postings, which are booked on a day that is sealed for all others. */
  bookedOn?: BusinessDate;
}

interface Numbers {
  /** The first of as many ids as there are postings. */
  firstId: number;
  /** A number for every account that the entries name. */
  accountIds: ReadonlyMap<string, number>;
  sealedThrough: BusinessDate | null;
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
  'reference',
  'digest',
];
const ENTRY = ['posting_id', 'entry_no', 'account_id', 'share', 'amount_fen'];
const MOVEMENT = ['posting_id', 'entry_no', 'account_id', 'kind', 'amount_fen'];

/** Writes heads, entries, movements and days' sums; see Books. */
export async function recordPostings(
  tx: Tx,
  postings: readonly PostingToBook[],
  { firstId, accountIds, sealedThrough }: Numbers,
): Promise<void> {
  const heads: unknown[][] = [];
  const entries: unknown[][] = [];
  const movements: unknown[][] = [];
  const sums = new DaySums();
  let id = firstId;
  for (const { posting, line, reference, bookedOn: fixedDay } of postings) {
    const { kind, refundId, transactionId, occurredAt } = posting.cause;
    const bookedOn = fixedDay ?? bookedDay(occurredAt, sealedThrough);
    const sale = line && { channelId: line.channelId, orderId: line.orderId, lineNo: line.lineNo };
    const digest = digestOfPosting({ postingId: String(id), bookedOn, reference, line: sale, ...posting });
    const whose = [line?.channelId ?? null, line?.orderId ?? null, line?.lineNo ?? null];
    heads.push([id, toColumn(occurredAt), bookedOn, kind, refundId, transactionId, ...whose, reference, digest]);
    let entryNo = 0;
    let total = 0;
    for (const { account, share, amountFen } of posting.entries) {
      const accountId = accountIds.get(account)!;
      entries.push([id, ++entryNo, accountId, share, amountFen]);
      sums.add(accountId, bookedOn, amountFen);
      total += amountFen;
      const movement = movementOf(kind, account);
      if (movement) movements.push([id, entryNo, accountId, movement, 0 - amountFen]);
    }
    if (total !== 0)
      throw new RangeError(`${inWords({ kind, refundId, reference })} is out of balance by ${total} fen`);
    id += 1;
  }
  await insertRows(tx, 'posting', POSTING, heads);
  await insertRows(tx, 'posting_entry', ENTRY, entries);
  if (movements.length > 0) await insertRows(tx, 'available_movement', MOVEMENT, movements);
  await sums.save(tx);
}
