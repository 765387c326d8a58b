import { percentile, spreadOf } from './percentile';

describe('percentiles', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1);

  it.each([
    [50, 50],
    [99, 99],
    [100, 100],
    [0.5, 1],
  ])('says of 1 to 100 that %d %% lie at or below %d', (percent, value) => {
    expect(percentile(hundred, percent)).toBe(value);
  });

  it('answers one of the values, never one between them', () => {
    expect(percentile([10, 20], 50)).toBe(10);
    expect(percentile([10, 20], 51)).toBe(20);
    expect(percentile([7], 99)).toBe(7);
  });

  it('sorts before it looks, and by size, not as text', () => {
    expect(spreadOf([100, 9, 20])).toEqual({ p50: 20, p99: 100, max: 100 });
  });

  it('knows nothing of nothing', () => {
    expect(percentile([], 50)).toBeNaN();
    expect(spreadOf([])).toEqual({ p50: NaN, p99: NaN, max: NaN });
  });

  it.each([0, -1, 101])('refuses %d per cent', percent => {
    expect(() => percentile([1], percent)).toThrow(RangeError);
  });
});
