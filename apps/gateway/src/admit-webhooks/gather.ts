import { setTimeout as sleep } from 'node:timers/promises';

/** Fewer than this at once, and the next batch waits a moment for company. */
const few = 50;
const paceMs = 10;

interface Waiting<I, O> {
  item: I;
  done: (result: O) => void;
  failed: (fault: unknown) => void;
}

/**
 * Does together what several callers want at about the same time: one statement costs almost as much as one for
 * fifty. A caller who comes alone is served at once; batches follow one another, with a pause while they are small.
 */
export class Gather<I, O> {
  private waiting: Waiting<I, O>[] = [];
  private running = false;

  /** @param work answers a batch, in its order; what it throws, every caller of the batch gets. */
  constructor(
    private readonly work: (items: I[]) => Promise<O[]>,
    private readonly most: number,
  ) {}

  add(item: I): Promise<O> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.most);
      try {
        const results = await this.work(batch.map(one => one.item));
        batch.forEach((one, index) => one.done(results[index]!));
      } catch (fault) {
        for (const one of batch) one.failed(fault);
      }
      if (batch.length < few) await sleep(paceMs);
    }
    this.running = false;
  }
}
