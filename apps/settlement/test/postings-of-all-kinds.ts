import type { Database } from '@chuanliu/database/database';
import { fen } from '@chuanliu/money/fen';
import { accounts } from '../src/domain/accounts';
import type { CauseKind } from '../src/domain/posting';
import { AccountIds } from '../src/storage/account-ids';
import { Books } from '../src/storage/books';
import { lockBooksState } from '../src/storage/books-state';
import { PostingIds } from '../src/storage/posting-ids';
import type { PostingToBook } from '../src/storage/record-postings';

/** A posting that belongs to no order, with two or more sides: debit positive. */
export function aPosting(
  kind: CauseKind,
  reference: string,
  occurredAt: string,
  sides: Record<string, number>,
): PostingToBook {
  const entries = Object.entries(sides).map(([account, amount]) => ({ account, share: null, amountFen: fen(amount) }));
  const cause = { kind, refundId: null, transactionId: null, occurredAt };
  return { posting: { cause, entries }, line: null, reference };
}

const pending = accounts.pending('promoter', 'pr-1');
const available = accounts.available('promoter', 'pr-1');
const brand = accounts.available('brand', 'br-1');
const onThe20th = '2026-11-20T04:00:00.000Z';
const inDecember = '2026-12-02T04:00:00.000Z';

/** What runs, payouts and adjustments post: every kind that there is besides those of sales. */
export const allKinds: readonly PostingToBook[] = [
  aPosting('settlement', 'run-1', onThe20th, { [pending]: 1_941, [available]: -1_941 }),
  aPosting('rebate', 'run-1', onThe20th, { [accounts.newcomerRebate]: 308, [brand]: -308 }),
  aPosting('payout', 'po-1', onThe20th, { [available]: 1_900, [accounts.incomeTax]: -57, [accounts.payoutInFlight]: -1_843 }), // prettier-ignore
  aPosting('payout-failed', 'po-1', inDecember, { [available]: -1_900, [accounts.incomeTax]: 57, [accounts.payoutInFlight]: 1_843 }), // prettier-ignore
  aPosting('payout', 'po-2', inDecember, { [available]: 1_000, [accounts.payoutInFlight]: -1_000 }),
  aPosting('payout-confirmed', 'po-2', inDecember, { [accounts.payoutInFlight]: 1_000, [accounts.bank]: -1_000 }),
  aPosting('manual', 'adj-1', onThe20th, { [accounts.bank]: 9_000, [accounts.escrow('wechat')]: -9_000 }),
  aPosting('manual', 'adj-2', inDecember, { [accounts.badDebt]: 7, [accounts.excessRefund(':br')]: -7 }),
];

/** Puts postings into the books as commands do. */
export async function post(database: Database, postings: readonly PostingToBook[]): Promise<string[]> {
  const books = new Books(new AccountIds(database), new PostingIds(database));
  return database.transaction(async tx => books.post(tx, postings, await lockBooksState(tx)));
}

export const postAllKinds = (database: Database): Promise<string[]> => post(database, allKinds);
