import { Injectable } from '@nestjs/common';
import { dayAfter, type BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { SealOfDay } from '../domain/seal-of-day';
import { digestsOfDay } from '../storage/digests-of-day';
import { lockRun } from '../storage/settlement-runs';

/** Days that one step seals: long gaps without postings are many days and little work. */
const DAYS_A_STEP = 50;

/**
 * Seals every day after the last sealed one up to the run's own, and ends the run. Nothing is booked on these days any
 * more: since the cut everybody books after them, and the run has posted.
 */
@Injectable()
export class SealDays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns whether that ended the run */
  step(runId: string): Promise<boolean> {
    return this.database.transaction(async tx => {
      const run = await lockRun(tx, runId);
      if (run?.phase !== 'sealing') return false;
      const [last] = await tx.query<{ day: BusinessDate; hash: string }>(
        'SELECT day, hash FROM day_seal ORDER BY day DESC LIMIT 1',
      );
      let previous = last?.hash ?? null;
      let day = last ? dayAfter(last.day) : await this.firstDay(run.businessDate);
      const seals: unknown[][] = [];
      for (; day <= run.businessDate && seals.length < DAYS_A_STEP; day = dayAfter(day)) {
        const seal = new SealOfDay(previous, day);
        let postings = 0;
        for await (const digest of digestsOfDay(this.database, day)) {
          seal.add(digest);
          postings += 1;
        }
        const hash = seal.hash();
        seals.push([day, previous, hash, postings, runId]);
        previous = hash;
      }
      await insertRows(tx, 'day_seal', ['day', 'previous_hash', 'hash', 'postings', 'sealed_by_run'], seals);
      if (day <= run.businessDate) return false;
      await tx.execute('UPDATE settlement_state SET open_run = NULL WHERE id = 1 AND open_run = ?', [runId]);
      const doneAt = toColumn(this.clock.now());
      await tx.execute(`UPDATE settlement_run SET phase = 'done', done_at = ?, updated_at = ? WHERE run_id = ?`, [
        ...[doneAt, doneAt, runId],
      ]);
      return true;
    });
  }

  /** The chain begins with the first day on which anything is booked. */
  private async firstDay(businessDate: BusinessDate): Promise<BusinessDate> {
    const [row] = await this.database.read<{ day: BusinessDate | null }>('SELECT MIN(booked_on) AS day FROM posting');
    return row!.day !== null && row!.day < businessDate ? row!.day : businessDate;
  }
}
