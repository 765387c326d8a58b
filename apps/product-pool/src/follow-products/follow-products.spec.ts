import { Logger } from '@nestjs/common';
import type { PoolChange, PoolContents } from '../search-pool/pool-index';
import { FollowProducts } from './follow-products';
import type { NotedChange } from './product-feed';

/** Follows a pool in which nothing happens but what a test notes, with an index whose builds are these. */
function following(builds: Array<(contents: PoolContents) => Promise<void>>) {
  const rebuild = jest.fn((contents: PoolContents) => builds.shift()?.(contents) ?? Promise.resolve());
  const apply = jest.fn(async (_changes: readonly PoolChange[]) => {});
  const isReady = jest.fn(async () => true);
  const index = { rebuild, apply, count: async () => 0, isReady };
  const changesOf = jest.fn(async (_ids: readonly string[]): Promise<PoolChange[]> => []);
  const products = { ownWords: async () => [], all: () => [], changesOf };
  const noted: NotedChange[] = [];
  const feed = { begin: async () => {}, look: async () => noted.splice(0), done: () => {} };
  const byTime = { begin: () => {}, look: async () => [], done: () => {} };
  const asked = { ofNow: false };
  const look = async () => {
    const { ofNow } = asked;
    asked.ofNow = false;
    return ofNow;
  };
  const requests = { begin: async () => {}, look };
  const categories = { tree: {} };
  const clock = { now: () => '2026-11-01T04:00:00.000Z' };
  const check = { reasonToRebuild: async () => null };
  const parts = [index, products, feed, byTime, requests, check, categories, {}, clock];
  const follow = new FollowProducts(...(parts as unknown as ConstructorParameters<typeof FollowProducts>));
  return { follow, rebuild, apply, isReady, changesOf, noted, categories, asked };
}

/** On the clock that tests advance. */
const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

async function stop(follow: FollowProducts): Promise<void> {
  const stopped = follow.beforeApplicationShutdown();
  await jest.advanceTimersByTimeAsync(10_000);
  await stopped;
}

describe('an index that is to be built anew', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    jest.spyOn(Logger.prototype, 'log').mockReturnValue();
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it.each(['since the categories have changed', 'since somebody asked for it'])(
    'is tried again when the build fails, %s, until there is one',
    async why => {
      const fails = () => Promise.reject(new Error('the database is away'));
      const { follow, rebuild, categories, asked } = following([async () => {}, fails, fails]);
      follow.onApplicationBootstrap();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(rebuild).toHaveBeenCalledTimes(1);
      if (why.includes('categories')) categories.tree = {};
      else asked.ofNow = true;
      await jest.advanceTimersByTimeAsync(1_000);
      expect(rebuild).toHaveBeenCalledTimes(2);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(rebuild).toHaveBeenCalledTimes(4);
      await stop(follow);
    },
  );

  it('is built when a look finds that none serves: somebody else took the one away that did', async () => {
    const { follow, rebuild, isReady } = following([]);
    follow.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(600_000);
    expect(rebuild).toHaveBeenCalledTimes(1);
    isReady.mockResolvedValueOnce(false);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(rebuild).toHaveBeenCalledTimes(2);
    await stop(follow);
  });

  it('is left by a build as the last change made a product, however long it takes to read an earlier one', async () => {
    const serves: string[] = [];
    const takesLong: number[] = [];
    let title = 'before';
    const change = (to: string, n: number) => {
      title = to;
      noted.push({ productId: 'p-1', changedAt: `2026-11-01 04:00:00.00${n}` });
    };
    const build = async ({ changesMeanwhile }: PoolContents) => {
      await sleep(1_000);
      await changesMeanwhile();
      change('first', 1); // What is noted from here on, the build is not told any more.
      await sleep(1_000);
      takesLong.push(1_500);
    };
    const { follow, apply, changesOf, noted } = following([build]);
    changesOf.mockImplementation(async ids => {
      const read = title;
      if (ids.length > 0) await sleep(takesLong.shift() ?? 10);
      return ids.map(id => [id, { title: read } as never]);
    });
    apply.mockImplementation(async changes => {
      for (const [, product] of changes) serves.push((product as unknown as { title: string }).title);
    });
    follow.onApplicationBootstrap();
    await jest.advanceTimersByTimeAsync(2_200);
    change('second', 2);
    await jest.advanceTimersByTimeAsync(10_000);
    expect([serves.at(-1), changesOf.mock.calls.some(([ids]) => ids.length > 0)]).toEqual(['second', true]);
    await stop(follow);
  });
});
