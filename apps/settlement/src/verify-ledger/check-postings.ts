import { businessDayOf, type BusinessDate } from '@chuanliu/contracts/instants';
import type { Tx } from '@chuanliu/database/tx';
import { digestOfPosting } from '../domain/digest-of-posting';
import { movementOf } from '../domain/movement';
import { bookedDays, postingsOfDay, type FoundPosting } from './booked-postings';
import { counted, FirstDifference, inYuan, many, type CheckResult } from './difference';
import { SealsToCheck } from './seals-to-check';

/** What the entries of one day come to on an account, in fen. */
interface DaySum {
  account: string;
  debitFen: bigint;
  creditFen: bigint;
}

const ACCOUNTS_AT_ONCE = 2_000;

/**
 * Reads every posting once, day by day: that each balances and is what it was when it was written, that the days' sums are
 * those of the entries, that statements are offered every movement of `available`, and that the days' seals hold.
 * Takes the memory of one page of postings and of one day's accounts.
 */
export async function checkPostings(query: Tx['query'], seals: SealsToCheck): Promise<CheckResult[]> {
  const books = new BooksUnderCheck(query);
  for await (const day of bookedDays(query)) {
    seals.beginDay(day);
    for await (const posting of postingsOfDay(query, day)) {
      const digest = books.look(posting);
      seals.add(posting.digest ?? digest);
    }
    seals.endDay();
    await books.endDay(day);
  }
  seals.end();
  await books.lookForRowsOfNoPosting();
  return [...books.results(), seals.result()];
}

class BooksUnderCheck {
  private readonly postingFault = new FirstDifference();
  private readonly sumFault = new FirstDifference();
  private readonly movementFault = new FirstDifference();
  private day = new Map<number, DaySum>();
  private postings = 0;
  private entries = 0;
  private movements = 0;
  private undigested = 0;
  private daySums = 0;
  private debitsFen = 0n;
  private creditsFen = 0n;

  constructor(private readonly query: Tx['query']) {}

  /** @returns the digest of what the posting says now */
  look(posting: FoundPosting): Buffer {
    this.postings += 1;
    this.entries += posting.entries.length;
    this.movements += posting.movements.length;
    const at = { table: 'posting', row: `posting_id ${posting.postingId}` };
    let totalFen = 0n;
    for (const { accountId, account, amountFen } of posting.entries) {
      const amount = BigInt(amountFen);
      totalFen += amount;
      this.addToDay(accountId, account, amount);
    }
    const fault = this.postingFault;
    fault.compare({ ...at, what: 'it has entries' }, true, posting.entries.length > 0);
    fault.compare({ ...at, what: 'the sum of its entries, in fen' }, 0, totalFen);
    const earliest = businessDayOf(posting.cause.occurredAt);
    if (posting.bookedOn < earliest)
      fault.compare({ ...at, what: 'the day it is booked on, not before it occurred' }, earliest, posting.bookedOn);
    const digest = digestOfPosting(posting);
    if (posting.digest === null) this.undigested += 1;
    else fault.compare({ ...at, what: 'the digest of what it says' }, posting.digest, digest);
    this.lookAtMovements(posting);
    return digest;
  }

  private addToDay(accountId: number, account: string, amountFen: bigint): void {
    let sum = this.day.get(accountId);
    if (!sum) this.day.set(accountId, (sum = { account, debitFen: 0n, creditFen: 0n }));
    if (amountFen > 0n) {
      sum.debitFen += amountFen;
      this.debitsFen += amountFen;
    } else {
      sum.creditFen -= amountFen;
      this.creditsFen -= amountFen;
    }
  }

  private lookAtMovements({ postingId, cause, entries, movements }: FoundPosting): void {
    const found = new Map(movements.map(movement => [movement.entryNo, movement]));
    for (const { entryNo, accountId, account, amountFen } of entries) {
      const kind = movementOf(cause.kind, account);
      const is = found.get(entryNo);
      found.delete(entryNo);
      const wanted = kind && { accountId, kind, amountFen: 0 - amountFen };
      const row = `posting_id ${postingId}, entry_no ${entryNo}`;
      const told = is && { accountId: is.accountId, kind: is.kind, amountFen: is.amountFen };
      this.movementFault.compare({ table: 'available_movement', row, what: 'what the entry moved' }, wanted, told);
    }
    for (const { entryNo, amountFen } of found.values())
      this.movementFault.compare(
        { table: 'available_movement', row: `posting_id ${postingId}, entry_no ${entryNo}`, what: 'its entry' },
        null,
        amountFen,
      );
  }

  /** The stored sums of the day, against those of its entries. */
  async endDay(day: BusinessDate): Promise<void> {
    const ids = [...this.day.keys()].sort((a, b) => a - b);
    for (let i = 0; i < ids.length; i += ACCOUNTS_AT_ONCE) {
      const some = ids.slice(i, i + ACCOUNTS_AT_ONCE);
      const rows = await this.query<{ account_id: number; debit_fen: number; credit_fen: number }>(
        'SELECT account_id, debit_fen, credit_fen FROM account_day WHERE booked_on = ? AND account_id IN (?)',
        [day, some],
      );
      const stored = new Map(
        rows.map(row => [row.account_id, { debitFen: BigInt(row.debit_fen), creditFen: BigInt(row.credit_fen) }]),
      );
      for (const id of some) {
        const { account, debitFen, creditFen } = this.day.get(id)!;
        const row = `account ${account} (account_id ${id}) on ${day}`;
        const at = { table: 'account_day', row, what: 'debits and credits of its entries' };
        this.sumFault.compare(at, { debitFen, creditFen }, stored.get(id));
      }
    }
    this.daySums += ids.length;
    this.day = new Map();
  }

  /** Every row was met from its posting, unless there are more: then the first of those is named. */
  async lookForRowsOfNoPosting(): Promise<void> {
    if ((await this.count('posting_entry')) !== this.entries) {
      const [row] = await this.query<{ posting_id: number; entry_no: number; amount_fen: number }>(
        `SELECT e.posting_id, e.entry_no, e.amount_fen FROM posting_entry e
         LEFT JOIN posting p ON p.posting_id = e.posting_id WHERE p.posting_id IS NULL ORDER BY e.posting_id LIMIT 1`,
      );
      const at = { table: 'posting_entry', row: `posting_id ${row?.posting_id}, entry_no ${row?.entry_no}` };
      this.postingFault.compare({ ...at, what: 'the posting it belongs to is there' }, true, false);
    }
    if ((await this.count('available_movement')) !== this.movements) {
      const [row] = await this.query<{ posting_id: number; entry_no: number }>(
        `SELECT m.posting_id, m.entry_no FROM available_movement m
         LEFT JOIN posting p ON p.posting_id = m.posting_id WHERE p.posting_id IS NULL ORDER BY m.posting_id LIMIT 1`,
      );
      const at = { table: 'available_movement', row: `posting_id ${row?.posting_id}, entry_no ${row?.entry_no}` };
      this.movementFault.compare({ ...at, what: 'the posting it belongs to is there' }, true, false);
    }
    if ((await this.count('account_day')) > this.daySums) {
      const [row] = await this.query<{ account_id: number; booked_on: string; debit_fen: number; credit_fen: number }>(
        `SELECT d.account_id, d.booked_on, d.debit_fen, d.credit_fen FROM account_day d
         WHERE NOT EXISTS (SELECT 1 FROM posting p JOIN posting_entry e ON e.posting_id = p.posting_id
                           WHERE p.booked_on = d.booked_on AND e.account_id = d.account_id) LIMIT 1`,
      );
      const at = { table: 'account_day', row: `account_id ${row?.account_id} on ${row?.booked_on}` };
      const found = { debitFen: row?.debit_fen, creditFen: row?.credit_fen };
      this.sumFault.compare({ ...at, what: 'debits and credits of its entries' }, null, found);
    }
  }

  private async count(table: string): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
    return row!.n;
  }

  results(): CheckResult[] {
    const older = this.undigested === 0 ? '' : `; ${counted(this.undigested)} from before digests were kept`;
    const whole = new FirstDifference();
    whole.compare(
      { table: 'posting_entry', row: 'all of them', what: 'their sum, in fen' },
      0n,
      this.debitsFen - this.creditsFen,
    );
    return [
      {
        name: 'Postings',
        looked: `${many(this.postings, 'posting')} with ${counted(this.entries)} entries: each balances and is as it was written${older}`,
        difference: this.postingFault.found,
      },
      {
        name: 'Balances',
        looked: `${many(this.daySums, 'daily sum')} of accounts are those of their entries`,
        difference: this.sumFault.found,
      },
      {
        name: 'Zero',
        looked: `debits of all accounts are ${inYuan(this.debitsFen)}, credits ${inYuan(this.creditsFen)}`,
        difference: whole.found,
      },
      {
        name: 'Movements',
        looked: `${many(this.movements, 'movement')} of what may be withdrawn, each from its posting`,
        difference: this.movementFault.found,
      },
    ];
  }
}
