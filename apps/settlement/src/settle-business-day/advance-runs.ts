import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { commissionSplit } from '@chuanliu/contracts/commissions/commission-split.v1';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Arrivals } from '@chuanliu/messaging/arrivals';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Progress } from '@chuanliu/messaging/progress';
import { Rests } from '@chuanliu/messaging/rests';
import { Wake } from '@chuanliu/messaging/wake';
import { faultInWords } from '../domain/fault-in-words';
import { clearFault, noteFault } from '../storage/run-faults';
import { unfinishedRuns, type SettlementRun } from '../storage/settlement-runs';
import { PostRun } from './post-run';
import { PreviewRun } from './preview-run';
import { SealDays } from './seal-days';
import { SettleDueOrders } from './settle-due-orders';

/** The bell tells of runs that this process began; the look now and then finds what a process that ended left. */
const POLL_MS = 2_000;
/** Between two steps, so that whoever waits gets a turn. */
const PAUSE_MS = 5;
const AFTER_FAULT_MS = 1_000;

/**
 * Works on the run that is under way, step by step, until it is done. Each step is a transaction that holds the run's row
 * and moves the run on in it: so a process may die at any point, several may work on one run, and nothing is done twice.
 */
@Injectable()
export class AdvanceRuns implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AdvanceRuns.name);
  private readonly bell = new Wake();
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly dueWork: DueWork,
    private readonly settleDueOrders: SettleDueOrders,
    private readonly postRun: PostRun,
    private readonly sealDays: SealDays,
    private readonly previewRun: PreviewRun,
    private readonly clock: Clock,
    private readonly arrivals: Arrivals,
    progress: Progress,
  ) {
    progress.dueWork(async () => (await this.unfinished()).length);
  }

  /** A run began. */
  wake(): void {
    this.bell.up();
  }

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.up();
    await this.loop;
  }

  /** One step of a run that is not done. @returns false when there is none */
  async step(): Promise<boolean> {
    const [run] = await this.unfinished();
    if (!run) return false;
    await this.stepOf(run);
    if (run.fault) await clearFault(this.database, run.runId, this.clock.now());
    return true;
  }

  private async stepOf(run: SettlementRun): Promise<void> {
    switch (run.phase) {
      case 'settling':
        await this.settleDueOrders.step(run.runId);
        break;
      case 'posting':
        await this.postRun.step(run.runId);
        break;
      case 'sealing':
        // What became known while the run was under way may be derived now.
        if (await this.sealDays.step(run.runId)) this.dueWork.wake();
        break;
      case 'previewing':
        await this.previewRun.step(run.runId);
        break;
      case 'done':
        break;
    }
  }

  /** The run says why it stands still until it moves on. */
  private async note(fault: unknown): Promise<void> {
    try {
      await noteFault(this.database, { at: this.clock.now(), detail: faultInWords(fault) });
    } catch (unnoted) {
      this.logger.warn({ err: unnoted }, 'nor could the run be told why');
    }
  }

  private unfinished(): Promise<SettlementRun[]> {
    return unfinishedRuns({ query: (sql, parameters) => this.database.read(sql, parameters) });
  }

  private async run(): Promise<void> {
    // While sales come in, a run rests for as long as its last step took: half the time is theirs alone.
    const steps = { givesWay: { arrivals: () => this.arrivals.of(commissionSplit), times: 1 } };
    const rests = new Rests<typeof steps>();
    while (!this.stopping) {
      try {
        const begun = performance.now();
        if (await this.step()) {
          rests.after(steps, begun, performance.now());
          await sleep(Math.max(PAUSE_MS, rests.left(steps, performance.now())));
        } else await this.bell.wait(POLL_MS);
      } catch (fault) {
        this.logger.error({ err: fault }, 'a settlement run could not be moved on, trying again');
        await this.note(fault);
        await sleep(AFTER_FAULT_MS);
      }
    }
  }
}
