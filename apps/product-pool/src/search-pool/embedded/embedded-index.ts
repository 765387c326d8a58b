import type { OnApplicationShutdown } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import {
  PoolIndex,
  type Difference,
  type PoolChange,
  type PoolContents,
  type PoolPage,
  type PoolSearch,
} from '../pool-index';
import { indexIsBeingBuilt } from '../search.problems';
import { Segmenter } from '../segmenter';
import { EmbeddedPool } from './embedded-pool';

/** How long work on the index may keep others waiting. */
const WORK_MS = 5;
/** When so many of its documents are nobody's any more, an index is built anew. */
const MOST_ABANDONED = 0.25;

/** So long a build that another has replaced goes on with the pages that it began: as long as it would know their order. */
const FORMER_KEPT_MS = 15 * 60_000;

/**
 * The index in this process's memory; every instance has its own. A build that has been replaced follows the pool for a
 * while longer, for those who were paging through it. There is one such at most, and it goes before the next build
 * begins, so that no more than two are ever in memory.
 */
export class EmbeddedIndex extends PoolIndex implements OnApplicationShutdown {
  private segmenter = new Segmenter();
  private serving: EmbeddedPool | undefined;
  private former: EmbeddedPool | undefined;
  private formerGoes: NodeJS.Timeout | undefined;

  async isReady(): Promise<boolean> {
    return this.serving !== undefined;
  }

  async find(search: PoolSearch): Promise<PoolPage> {
    const serving = this.pool();
    const began = search.after && this.former?.gave(search.after) ? this.former : serving;
    return began.find(search);
  }

  async apply(changes: readonly PoolChange[]): Promise<void> {
    // Before the first build there is nothing to change: the build is told.
    await inBreaths(changes, change => {
      this.serving?.apply([change]);
      this.former?.apply([change]);
    });
  }

  async rebuild({ ownWords, chunks, changesMeanwhile }: PoolContents): Promise<void> {
    this.dropFormer();
    const segmenter = this.segmenterOf(ownWords);
    const fresh = new EmbeddedPool(randomBytes(6).toString('hex'), segmenter);
    for await (const chunk of chunks) await inBreaths(chunk, product => fresh.put(product));
    for (;;) {
      const changes = await changesMeanwhile();
      if (changes.length === 0) break;
      await inBreaths(changes, change => fresh.apply([change]));
    }
    this.keepAsFormer(this.serving);
    this.serving = fresh;
    this.segmenter = segmenter;
  }

  async count(): Promise<number> {
    return this.pool().table.count;
  }

  async differences(products: readonly PoolChange[]): Promise<Difference[]> {
    return this.pool().differences(products);
  }

  async wear(): Promise<string | null> {
    const { abandoned, size } = this.pool().table;
    return abandoned > MOST_ABANDONED * size && abandoned > 1_000
      ? `${abandoned} of its ${size} documents are nobody’s any more`
      : null;
  }

  onApplicationShutdown(): void {
    this.dropFormer();
  }

  /** Queries come apart as the texts of their build did: what a build has new to learn, the one before is not taught. */
  private segmenterOf(ownWords: readonly string[]): Segmenter {
    if (this.serving && this.segmenter.knows(ownWords)) return this.segmenter;
    const segmenter = this.serving ? new Segmenter() : this.segmenter;
    segmenter.learn(ownWords);
    return segmenter;
  }

  private keepAsFormer(pool: EmbeddedPool | undefined): void {
    pool?.forgetRecent();
    this.former = pool;
    this.formerGoes = setTimeout(() => this.dropFormer(), FORMER_KEPT_MS);
    this.formerGoes.unref();
  }

  private dropFormer(): void {
    clearTimeout(this.formerGoes);
    this.former = undefined;
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
