import { nextAttempt, retryAfterOf } from './next-attempt';

const now = '2026-11-06T12:00:00.000Z';
const giveUpAt = '2026-11-07T12:00:00.000Z';
const seconds = (due: string | null) => (due === null ? null : (Date.parse(due) - Date.parse(now)) / 1_000);

describe('the wait after a failed try', () => {
  it.each([
    [1, 5],
    [2, 30],
    [3, 120],
    [4, 600],
    [5, 3_600],
    [6, 10_800],
    [40, 10_800],
  ])('after try %i is about %i s', (tries, wait) => {
    expect(seconds(nextAttempt({ tries, now, giveUpAt }, 0.5))).toBe(wait);
  });

  it('is spread by a fifth either way', () => {
    expect([0, 1].map(chance => seconds(nextAttempt({ tries: 2, now, giveUpAt }, chance)))).toEqual([24, 36]);
  });

  it('is at least what the receiver asks for, and at most three hours for that', () => {
    expect(seconds(nextAttempt({ tries: 1, now, giveUpAt, retryAfterMs: 60_000 }, 0.5))).toBe(60);
    expect(seconds(nextAttempt({ tries: 3, now, giveUpAt, retryAfterMs: 60_000 }, 0.5))).toBe(120);
    expect(seconds(nextAttempt({ tries: 1, now, giveUpAt, retryAfterMs: 9e9 }, 0.5))).toBe(10_800);
  });

  it('ends after 24 hours', () => {
    expect(nextAttempt({ tries: 6, now, giveUpAt: '2026-11-06T15:00:00.000Z' }, 0.5)).not.toBeNull();
    expect(nextAttempt({ tries: 6, now, giveUpAt: '2026-11-06T14:59:59.999Z' }, 0.5)).toBeNull();
  });

  it('leaves a receiver that is down about a dozen tries', () => {
    let at = Date.parse(now);
    let tries = 1;
    for (; tries < 100; tries++) {
      const due = nextAttempt({ tries, now: new Date(at).toISOString(), giveUpAt }, 0.5);
      if (due === null) break;
      at = Date.parse(due);
    }
    expect(tries).toBe(13);
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    ['Fri, 06 Nov 2026 12:01:00 GMT', 60_000],
    ['Fri, 06 Nov 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('%s', (header, ms) => expect(retryAfterOf(header, now)).toBe(ms));
});
