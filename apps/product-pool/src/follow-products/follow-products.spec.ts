import { Logger } from '@nestjs/common';
import type { PoolContents } from '../search-pool/pool-index';
import { FollowProducts } from './follow-products';

/** Follows a pool in which nothing happens, with an index whose builds are these. */
function following(builds: Array<() => Promise<void>>) {
  const rebuild = jest.fn((_contents: PoolContents) => builds.shift()?.() ?? Promise.resolve());
  const index = { rebuild, apply: async () => {}, count: async () => 0, isReady: async () => false };
  const products = { ownWords: async () => [], all: () => [], changesOf: async () => [] };
  const feed = { begin: async () => {}, look: async () => [], done: () => {} };
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
  const parts = [index, products, feed, byTime, requests, {}, categories, {}, clock];
  const follow = new FollowProducts(...(parts as unknown as ConstructorParameters<typeof FollowProducts>));
  return { follow, rebuild, categories, asked };
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
      const stopped = follow.beforeApplicationShutdown();
      await jest.advanceTimersByTimeAsync(1_000);
      await stopped;
    },
  );
});
