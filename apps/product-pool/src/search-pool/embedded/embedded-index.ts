import { randomBytes } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { PoolIndex, type PoolChange, type PoolContents, type PoolPage, type PoolSearch } from '../pool-index';
import { indexIsBeingBuilt } from '../search.problems';
import { Segmenter } from '../segmenter';
import { EmbeddedPool } from './embedded-pool';

/** How long work on the index may keep others waiting. */
const WORK_MS = 5;
/** When so many of its documents are nobody's any more, an index is built anew. */
const MOST_ABANDONED = 0.25;

/** The index in this process's memory; every instance has its own. */
export class EmbeddedIndex extends PoolIndex {
  private readonly segmenter = new Segmenter();
  private serving: EmbeddedPool | undefined;

  async isReady(): Promise<boolean> {
    return this.serving !== undefined;
  }

  async find(search: PoolSearch): Promise<PoolPage> {
    return this.pool().find(search);
  }

  async apply(changes: readonly PoolChange[]): Promise<void> {
    // Before the first build there is nothing to change: the build is told.
    if (this.serving) await inBreaths(changes, change => this.serving!.apply([change]));
  }

  async rebuild({ ownWords, chunks, changesMeanwhile }: PoolContents): Promise<void> {
    this.segmenter.learn(ownWords);
    const fresh = new EmbeddedPool(randomBytes(6).toString('hex'), this.segmenter);
    for await (const chunk of chunks) await inBreaths(chunk, product => fresh.put(product));
    for (;;) {
      const changes = await changesMeanwhile();
      if (changes.length === 0) break;
      await inBreaths(changes, change => fresh.apply([change]));
    }
    this.serving = fresh;
  }

  async count(): Promise<number> {
    return this.pool().table.count;
  }

  async look(productIds: readonly string[]) {
    return this.pool().look(productIds);
  }

  async wear(): Promise<string | null> {
    const { abandoned, size } = this.pool().table;
    return abandoned > MOST_ABANDONED * size && abandoned > 1_000
      ? `${abandoned} of its ${size} documents are nobody’s any more`
      : null;
  }

  private pool(): EmbeddedPool {
    if (!this.serving) throw indexIsBeingBuilt();
    return this.serving;
  }
}

/** Does the work piece by piece, and lets requests through in between. */
async function inBreaths<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - since < WORK_MS) continue;
    await breath();
    since = performance.now();
  }
}
