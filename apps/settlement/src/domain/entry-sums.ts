import { fen } from '@chuanliu/money/fen';
import type { Entry, EntryShare } from './posting';

/** Adds amounts up by account and share; what comes to nothing is no entry. */
export class EntrySums {
  private readonly sums = new Map<string, { account: string; share: EntryShare; amountFen: number }>();

  /** @param amountFen debit positive, credit negative */
  add(account: string, share: EntryShare, amountFen: number): void {
    if (amountFen === 0) return;
    const name = `${share} ${account}`;
    const sum = this.sums.get(name);
    if (sum) sum.amountFen += amountFen;
    else this.sums.set(name, { account, share, amountFen });
  }

  /** Zero when debits and credits are equal. */
  total(): number {
    let total = 0;
    for (const { amountFen } of this.sums.values()) total += amountFen;
    return total;
  }

  /** @throws RangeError when a sum has left the exact numbers */
  entries(): Entry[] {
    const entries: Entry[] = [];
    for (const { account, share, amountFen } of this.sums.values()) {
      if (amountFen !== 0) entries.push({ account, share, amountFen: fen(amountFen) });
    }
    return entries;
  }
}
