import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { businessDayOf, type BusinessDate, type UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { betweenSlices, type Position } from '@chuanliu/messaging/between-slices';
import { dayNotOver, periodClosed, runInProgress, stillDeriving } from '../domain/settlement-run.problems';
import { writeAudit } from '../storage/audit-log';
import { lockBooksState } from '../storage/books-state';
import { countDueOrders } from '../storage/due-orders';
import { CONSUMER, saveCut } from '../storage/run-cuts';
import { addRun, runOfDay, unfinishedRuns, type NewRun } from '../storage/settlement-runs';
import { AdvanceRuns } from './advance-runs';
import { newcomersAtCut } from './newcomers-at-cut';

export interface BeginRun {
  businessDate: BusinessDate;
  dryRun: boolean;
  /** Who asks, and when. */
  caller: Caller;
  begunAt: UtcInstant;
}

/** How long a run waits for days that are being derived again, before it is refused. */
const WAIT_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/** Finance settles a business day: the run's cut is made here, and its work is done by whichever instance comes to it. */
@Injectable()
export class BeginRunHandler {
  constructor(
    private readonly database: Database,
    private readonly runs: AdvanceRuns,
  ) {}

  /**
   * @returns the run of that day: a new one, or the one that settles it or has settled it
   * @throws Problem settlement/day-not-over, settlement/period-closed, settlement/run-in-progress,
   * settlement/still-deriving
   */
  async run(command: BeginRun): Promise<string> {
    if (businessDayOf(command.begunAt) <= command.businessDate) throw dayNotOver(command.businessDate);
    const deadline = Date.now() + WAIT_MS;
    for (;;) {
      const outcome = await betweenSlices(this.database, CONSUMER, (tx, cut) => begin(tx, command, cut));
      if ('runId' in outcome) {
        this.runs.wake();
        return outcome.runId;
      }
      if (Date.now() >= deadline) throw stillDeriving(outcome.deriving);
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

/**
 * The cut: no slice is under way and no command posts, so whatever is committed now belongs to the run, and everything
 * else comes after it. From here on postings are booked after the day, and what changes `available` is left to the next
 * statement.
 */
async function begin(tx: Tx, command: BeginRun, cut: Position[]): Promise<{ runId: string } | { deriving: number }> {
  const { businessDate, dryRun: isDry, caller, begunAt } = command;
  const { sealedThrough } = await lockBooksState(tx);
  const sameDay = await runOfDay(tx, businessDate);
  if (sameDay) return { runId: sameDay.runId };
  if (sealedThrough !== null && businessDate <= sealedThrough) throw periodClosed(businessDate, sealedThrough);
  const [unfinished] = await unfinishedRuns(tx);
  if (unfinished) throw runInProgress(unfinished.runId, unfinished.businessDate);
  const deriving = await countDueOrders(tx);
  if (deriving > 0) return { deriving };

  const runId = isDry ? `dry-${randomUUID()}` : `run-${businessDate}`;
  const run: NewRun = { runId, businessDate, isDry, begunBy: caller.clientId, begunAt };
  await addRun(tx, run);
  if (isDry) return { runId }; // Its cut is the instant that it looks at.
  await saveCut(tx, runId, cut);
  await writeAudit(tx, {
    by: caller,
    at: begunAt,
    action: 'begin-settlement-run',
    subject: { kind: 'settlement-run', id: runId },
    reason: null,
    facts: { businessDate },
  });
  await tx.execute('UPDATE settlement_state SET sealed_through = ?, open_run = ? WHERE id = 1', [businessDate, runId]);
  await tx.execute(`UPDATE available_movement SET run_id = ? WHERE run_id = ''`, [runId]);
  const newcomers = await newcomersAtCut(tx, businessDate);
  await insertRows(
    tx,
    'run_newcomer',
    ['run_id', 'brand_id', 'quota_left_fen'],
    newcomers.map(({ brandId, quotaLeftFen }) => [runId, brandId, quotaLeftFen]),
  );
  return { runId };
}
