import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Readiness } from '@chuanliu/observability/readiness';
import { Progress } from './progress';

const LOOK_EVERY_MS = 10_000;
const PATIENCE_MS = 60_000;

/**
 * A service that has messages to handle and handles none for a minute is of no use, whatever it says of its health:
 * it ends, and is started afresh.
 */
@Injectable()
export class Watchdog implements OnApplicationShutdown {
  private readonly logger = new Logger(Watchdog.name);
  private timer: NodeJS.Timeout | undefined;
  private lastProgress = Date.now();
  private stuckFor = 0;
  private assigned = false;

  constructor(
    private readonly progress: Progress,
    private readonly readiness: Readiness,
  ) {}

  /** Watches a consumer from its start; until the broker gave it partitions, the service is not ready. */
  start(group: string): void {
    this.lastProgress = Date.now();
    this.readiness.add('consumer', () => this.faultOf(group));
    this.timer = setInterval(() => void this.look(group), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** The broker gave partitions to this consumer, or is dividing them anew. */
  hasPartitions(assigned: boolean): void {
    this.assigned = assigned;
  }

  private faultOf(group: string): string | null {
    if (!this.assigned) return `${group} has no partitions yet`;
    return this.stuckFor > PATIENCE_MS / 2 ? `${group} has made no progress for ${this.stuckFor} ms` : null;
  }

  /** A slice was applied. */
  progressed(): void {
    this.lastProgress = Date.now();
    this.stuckFor = 0;
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(group: string): Promise<void> {
    const still = Date.now() - this.lastProgress;
    if (still < LOOK_EVERY_MS) return;
    try {
      const { partitions } = await this.progress.look();
      // What rests waits for a person: starting afresh would not help.
      if (partitions.every(({ at, end, stranded }) => stranded || at >= end)) return this.progressed();
    } catch {
      return; // The broker or the database is away: a restart would not help.
    }
    this.stuckFor = still;
    if (still < PATIENCE_MS) return;
    this.logger.fatal(
      `${group} has messages waiting and made no progress for ${still} ms; ending, to be started afresh`,
    );
    process.exit(1);
  }
}
