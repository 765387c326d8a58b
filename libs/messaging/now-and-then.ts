import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

interface Chore {
  name: string;
  everyMs: number;
  /** Every instance does it: it must not matter how many do, or how often. */
  work: () => Promise<unknown>;
}

/** What a service does now and then while it runs, such as forgetting what nobody will ask for again. */
@Injectable()
export class NowAndThen implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(NowAndThen.name);
  private readonly chores: Chore[] = [];
  private timers: NodeJS.Timeout[] = [];

  /** Adds a chore, first done when `everyMs` have gone by; call it from a provider's constructor. */
  register(chore: Chore): void {
    this.chores.push(chore);
  }

  onApplicationBootstrap(): void {
    this.timers = this.chores.map(chore => setInterval(() => void this.run(chore), chore.everyMs).unref());
  }

  onApplicationShutdown(): void {
    this.timers.forEach(clearInterval);
  }

  private async run({ name, work }: Chore): Promise<void> {
    try {
      await work();
    } catch (fault) {
      this.logger.warn({ err: fault }, `${name} failed, and is tried again next time`);
    }
  }
}
