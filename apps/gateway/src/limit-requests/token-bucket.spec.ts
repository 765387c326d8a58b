import { TokenBuckets } from './token-bucket';

describe('a token bucket', () => {
  it('lets a client make its requests at once, then tells when to come back', () => {
    const buckets = new TokenBuckets(10, 3);
    expect([1, 2, 3].map(() => buckets.take('a', 1_000))).toEqual([0, 0, 0]);
    expect(buckets.take('a', 1_000)).toBeCloseTo(0.1);
    expect(buckets.isEmpty('a', 1_000)).toBe(true);
    expect(buckets.take('a', 1_100)).toBe(0);
  });

  it('never saves up more than it holds', () => {
    const buckets = new TokenBuckets(10, 3);
    buckets.take('a', 0);
    const taken = [1, 2, 3, 4].map(() => buckets.take('a', 60_000));
    expect(taken.slice(0, 3)).toEqual([0, 0, 0]);
    expect(taken[3]).toBeGreaterThan(0);
  });

  it('limits each name on its own', () => {
    const buckets = new TokenBuckets(1);
    expect(buckets.take('a', 0)).toBe(0);
    expect(buckets.take('a', 0)).toBe(1);
    expect(buckets.take('b', 0)).toBe(0);
  });

  it('holds a client to its rate over time', () => {
    const buckets = new TokenBuckets(500);
    let taken = 0;
    for (let ms = 0; ms < 10_000; ms += 1) if (buckets.take('a', ms) === 0) taken += 1;
    expect(taken).toBeGreaterThanOrEqual(5_400);
    expect(taken).toBeLessThanOrEqual(5_500);
  });
});
