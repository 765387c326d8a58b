import { setTimeout as sleep } from 'node:timers/promises';
import { sendAtRate } from '../../load/at-rate';
import { allOf } from '../../measure/all-of';
import { spreadOf, type Spread } from '../../measure/percentile';
import { isForSale } from '../data/pool';
import { Oracle, reprice } from '../oracle';
import type { LoopDelay } from '../pool-process';
import { Asking, byTurns, checkAnswers } from './search';
import { withCores, type Cores, type Stage } from './stage';

/** Products that change a second. */
const UPDATES_A_SECOND = 100;
/** Dearer than anything else: by its price alone one sees that a change was followed. */
const CHANGED_FROM_FEN = 10_000_000;
const LOOK_EVERY_MS = 25;
const PATIENCE_MS = 30_000;

export interface UpdatesResult extends Cores {
  updates: number;
  updatesPerSecond: number;
  /** Milliseconds from the instant at which a write was due until it was answered. */
  write: Spread;
  /** Milliseconds from a write's answer until a search found the product by its new price; exact to one look (25 ms). */
  found: Spread;
  /** Of the searches meanwhile. */
  delay: Spread;
  searches: number;
  loop: LoopDelay;
}

/**
 * Changes a hundred products a second through the public door, each to a price of its own, while one caller asks for
 * the changed ones over and over and others search as usual. Afterwards all answers are compared with brute force again.
 */
export async function runUpdates(stage: Stage, hits: Record<string, number>): Promise<UpdatesResult> {
  const { process, pool, options } = stage;
  const updates = Math.min(3 * options.seconds * UPDATES_A_SECOND, pool.products.length / 2);
  const changing = pool.products.filter(isForSale).slice(-updates);
  const asking = await Asking.prepare(stage, hits);
  const watch = new FoundWatch(stage, new Map(changing.map(({ productId }, n) => [productId, n])));
  await process.loopDelay();
  const measured = await withCores(stage, async () => {
    let isOver = false;
    const searching = asking.askUntil(() => isOver, byTurns);
    const writing = sendAtRate(
      UPDATES_A_SECOND,
      sent => sent === changing.length,
      n => {
        const { productId, brandId, title, categoryId, stock } = changing[n]!;
        const write = { brandId, title, categoryId, stock, priceFen: CHANGED_FROM_FEN + n };
        return process.must('operator', 'PUT', `/v1/products/${productId}`, write);
      },
    );
    const watching = watch.run(changing.length).finally(() => (isOver = true));
    const [{ delay, searches }, { dueAt, answeredAt }, foundAt] = await allOf(searching, writing, watching);
    const took = answeredAt.at(-1)! - dueAt(0);
    return {
      updates: changing.length,
      updatesPerSecond: (changing.length * 1_000) / took,
      write: spreadOf(answeredAt.map((at, n) => at - dueAt(n))),
      // One may be found before its answer has arrived here.
      found: spreadOf(answeredAt.map((at, n) => Math.max(0, foundAt[n]! - at))),
      delay,
      searches,
      loop: await process.loopDelay(),
    };
  });
  reprice(pool, new Map(changing.map(({ productId }, n) => [productId, CHANGED_FROM_FEN + n])));
  stage.oracle = new Oracle(pool);
  await checkAnswers(stage);
  return measured;
}

/** Asks for everything dearer than what has been found so far. */
class FoundWatch {
  private readonly foundAt: number[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly numbers: ReadonlyMap<string, number>,
  ) {}

  /** @returns when each change was first found */
  async run(changes: number): Promise<number[]> {
    let lowest = 0;
    let seen = 0;
    let lastSeenAt = performance.now();
    while (lowest < changes) {
      const before = seen;
      for (const productId of await this.dearerThan(CHANGED_FROM_FEN + lowest)) {
        const n = this.numbers.get(productId)!;
        if (this.foundAt[n] !== undefined) continue;
        this.foundAt[n] = performance.now();
        seen += 1;
      }
      while (this.foundAt[lowest] !== undefined) lowest += 1;
      if (seen > before) lastSeenAt = performance.now();
      if (performance.now() - lastSeenAt > PATIENCE_MS)
        throw new Error(`${changes - seen} of ${changes} changes were not found`);
      await sleep(LOOK_EVERY_MS);
    }
    return this.foundAt;
  }

  private async dearerThan(minPriceFen: number): Promise<string[]> {
    const [promoterId] = this.stage.pool.promoters as [string];
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const further: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const path = `/v1/promoters/${promoterId}/pool?minPriceFen=${minPriceFen}&limit=200${further}`;
      const page = await this.stage.process.must<{ items: Array<{ productId: string }>; nextCursor: string | null }>(
        ...([promoterId, 'GET', path] as const),
      );
      found.push(...page.items.map(({ productId }) => productId));
      cursor = page.nextCursor;
    }
    return found;
  }
}
