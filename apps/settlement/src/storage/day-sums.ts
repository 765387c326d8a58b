import type { BusinessDate } from '@chuanliu/contracts/instants';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';

interface DaySum {
  accountId: number;
  bookedOn: BusinessDate;
  debitFen: number;
  creditFen: number;
}

/**
 * What a slice debits and credits to each account on each day. Summed here first: escrow and the platform's fees take
 * part in every sale, and one update for a slice costs no more for them than for anybody.
 */
export class DaySums {
  private readonly days = new Map<BusinessDate, Map<number, DaySum>>();

  /** @param amountFen debit positive, credit negative */
  add(accountId: number, bookedOn: BusinessDate, amountFen: number): void {
    let day = this.days.get(bookedOn);
    if (!day) this.days.set(bookedOn, (day = new Map<number, DaySum>()));
    let sum = day.get(accountId);
    if (!sum) day.set(accountId, (sum = { accountId, bookedOn, debitFen: 0, creditFen: 0 }));
    if (amountFen > 0) sum.debitFen += amountFen;
    else sum.creditFen -= amountFen;
  }

  /** Rows go in the order of their key, so that two instances never wait for each other in a circle. */
  async save(tx: Tx): Promise<void> {
    const sums = [...this.days.values()].flatMap(day => [...day.values()]);
    sums.sort((a, b) => a.accountId - b.accountId || (a.bookedOn < b.bookedOn ? -1 : 1));
    await insertRows(
      tx,
      'account_day',
      ['account_id', 'booked_on', 'debit_fen', 'credit_fen'],
      sums.map(sum => [sum.accountId, sum.bookedOn, sum.debitFen, sum.creditFen]),
      { onDuplicate: 'debit_fen = debit_fen + VALUES(debit_fen), credit_fen = credit_fen + VALUES(credit_fen)' },
    );
  }
}
