import { dayAfter, type BusinessDate } from '@chuanliu/contracts/instants';
import type { Tx } from '@chuanliu/database/tx';
import { SealOfDay } from '../domain/seal-of-day';
import { FirstDifference, many, type CheckResult } from './difference';

interface Seal {
  day: BusinessDate;
  previous_hash: string | null;
  hash: string;
  postings: number;
}

/** Seals that somebody noted elsewhere, by day. */
export type NotedSeals = ReadonlyMap<BusinessDate, string>;

/** The chain of sealed days, made again from the digests of their postings as these go by. */
export class SealsToCheck {
  private readonly fault = new FirstDifference();
  /** Seals before this one were looked at. */
  private next = 0;
  private under: { seal: Seal; made: SealOfDay; postings: number } | null = null;

  private constructor(private readonly seals: readonly Seal[]) {}

  static async read(query: Tx['query'], noted: NotedSeals): Promise<SealsToCheck> {
    const seals = await query<Seal>('SELECT day, previous_hash, hash, postings FROM day_seal ORDER BY day');
    const toCheck = new SealsToCheck(seals);
    toCheck.lookAtChain();
    toCheck.lookAtNoted(noted);
    await toCheck.lookAtLast(query);
    return toCheck;
  }

  private lookAtChain(): void {
    for (const [i, { day, previous_hash }] of this.seals.entries()) {
      const before = this.seals[i - 1];
      const at = { table: 'day_seal', row: `day ${day}` };
      if (before) this.fault.compare({ ...at, what: 'the day after the one sealed before' }, dayAfter(before.day), day);
      this.fault.compare({ ...at, what: 'the seal of the day before' }, before?.hash ?? null, previous_hash);
    }
  }

  private lookAtNoted(noted: NotedSeals): void {
    const stored = new Map(this.seals.map(seal => [seal.day, seal.hash]));
    for (const [day, hash] of noted)
      this.fault.compare(
        { table: 'day_seal', row: `day ${day}`, what: 'the seal as it was noted' },
        hash,
        stored.get(day),
      );
  }

  private async lookAtLast(query: Tx['query']): Promise<void> {
    const [state] = await query<{ sealed_through: BusinessDate | null; open_run: string | null }>(
      'SELECT sealed_through, open_run FROM settlement_state WHERE id = 1',
    );
    const last = this.seals.at(-1)?.day ?? null;
    if (state!.open_run !== null) return; // Its days are closed already, and sealed at its end.
    const at = { table: 'settlement_state', row: 'sealed_through', what: 'the last sealed day' };
    this.fault.compare(at, last, state!.sealed_through);
  }

  beginDay(day: BusinessDate): void {
    while (this.next < this.seals.length && this.seals[this.next]!.day < day) this.lookAtEmptyDay();
    const seal = this.seals[this.next];
    if (seal?.day === day) {
      this.under = { seal, made: new SealOfDay(this.previousHash(), day), postings: 0 };
    } else if (seal) {
      const at = { table: 'day_seal', row: `day ${day}`, what: 'a seal, since later days have one' };
      this.fault.compare(at, true, false);
    }
  }

  add(digest: Buffer): void {
    if (!this.under) return;
    this.under.made.add(digest);
    this.under.postings += 1;
  }

  endDay(): void {
    if (!this.under) return;
    const { seal, made, postings } = this.under;
    this.under = null;
    this.next += 1;
    const at = { table: 'day_seal', row: `day ${seal.day}` };
    this.fault.compare({ ...at, what: 'the number of its postings' }, seal.postings, postings);
    this.fault.compare({ ...at, what: 'the seal over its postings' }, seal.hash, made.hash());
  }

  private lookAtEmptyDay(): void {
    const seal = this.seals[this.next]!;
    this.under = { seal, made: new SealOfDay(this.previousHash(), seal.day), postings: 0 };
    this.endDay();
  }

  private previousHash(): string | null {
    return this.seals[this.next - 1]?.hash ?? null;
  }

  /** After the last posting. */
  end(): void {
    while (this.next < this.seals.length) this.lookAtEmptyDay();
  }

  result(): CheckResult {
    const [first, last] = [this.seals[0], this.seals.at(-1)];
    const looked = !first
      ? 'no day is sealed yet'
      : `${many(this.seals.length, 'sealed day')}, ${first.day} to ${last!.day}; the last seal is ${last!.hash}`;
    return { name: 'Seals', looked, difference: this.fault.found };
  }
}
