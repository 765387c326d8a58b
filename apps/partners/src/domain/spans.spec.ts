import { endsTooEarly, overlap, type StoredSpan } from './spans';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const span = (from: number, to?: number): StoredSpan => ({ from: day(from), to: to === undefined ? null : day(to) });

describe('two spans', () => {
  it.each([
    ['one after the other', span(1, 5), span(5, 9), false],
    ['sharing a day', span(1, 5), span(4, 9), true],
    ['one inside the other', span(1, 9), span(3, 4), true],
    ['both open', span(1), span(9), true],
    ['an open one after a closed one', span(1, 5), span(5), false],
    ['an open one before a closed one', span(1), span(5, 6), true],
    ['one that was taken back', span(3, 3), span(1, 9), false],
  ])('%s', (_, one, other, shared) => {
    expect(overlap(one, other)).toBe(shared);
    expect(overlap(other, one)).toBe(shared);
  });
});

it('a span may end where it begins, but not before', () => {
  expect([span(3, 3), span(3, 2), span(3)].map(endsTooEarly)).toEqual([false, true, false]);
});
