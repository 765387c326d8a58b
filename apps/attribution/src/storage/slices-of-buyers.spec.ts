import { slicesOfBuyers } from './slices-of-buyers';

const lowest = '0'.repeat(64);
const highest = 'f'.repeat(64);

describe('ranges of buyers', () => {
  it.each([
    [0, 1],
    [20_000, 1],
    [20_001, 2],
    [1_000_000, 50],
    [10_000_000_000, 65_536],
  ])('of %i rows are %i, and hold every key once', (rows, count) => {
    const ranges = [...slicesOfBuyers(rows, 20_000)];
    expect(ranges).toHaveLength(count);
    expect(ranges[0]!.from <= lowest).toBe(true);
    expect(highest < ranges.at(-1)!.to).toBe(true);
    for (const [i, range] of ranges.entries()) {
      expect(range.from < range.to).toBe(true);
      if (i > 0) expect(range.from).toBe(ranges[i - 1]!.to);
    }
  });
});
