import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '@chuanliu/database/database';
import type { Tx } from '@chuanliu/database/tx';
import { standAlone } from './late-knowledge-fence';
import { Progress } from './progress';
import { Rests, type GivesWay } from './rests';
import { Wake } from './wake';

export interface DueTask {
  name: string;
  /** How much is due; 0 when nothing is. */
  count: () => Promise<number>;
  /** Runs before each transaction of work, outside of it. */
  before?: () => Promise<void>;
  /**
   * Does some of it (a few hundred rows) in this transaction, and takes from the list what it did. It may run again.
   * @returns how much it did; 0 when nothing was due
   */
  work: (tx: Tx) => Promise<number>;
  /** For work that can wait: it rests while something arrives, see Rests. */
  givesWay?: GivesWay;
}

/** The bell tells what this process made due; the look now and then finds what a process that ended left. */
const POLL_MS = 5_000;

/**
 * What late knowledge makes due: the fact's slice only notes which rows it concerns; they are worked off here, some per
 * transaction, beside the sales that go on.
 */
@Injectable()
export class DueWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DueWork.name);
  private readonly tasks: DueTask[] = [];
  private readonly rests = new Rests<DueTask>();
  private readonly bell = new Wake();
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly progress: Progress,
  ) {}

  /** Adds a task; call it from a provider's constructor or onModuleInit. */
  register(task: DueTask): void {
    this.tasks.push(task);
    this.progress.dueWork(task.count);
  }

  /** Something became due: call it after the commit that made it so. */
  wake(): void {
    this.bell.up();
  }

  onApplicationBootstrap(): void {
    if (this.tasks.length > 0) this.loop = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.up();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      let done = 0;
      const passedOver: DueTask[] = [];
      for (const task of this.tasks) {
        if (this.rests.left(task, performance.now()) > 0) {
          passedOver.push(task);
          continue;
        }
        try {
          const begun = performance.now();
          await task.before?.();
          const some = await this.database.transaction(async tx => {
            await standAlone(tx);
            return task.work(tx);
          });
          done += some;
          if (some > 0) this.rests.after(task, begun, performance.now());
        } catch (fault) {
          this.logger.error({ err: fault }, `${task.name} could not be worked off, trying again`);
          await sleep(1_000);
        }
      }
      if (done === 0) await this.bell.wait(this.rests.shortest(passedOver, performance.now()) ?? POLL_MS);
    }
  }
}
