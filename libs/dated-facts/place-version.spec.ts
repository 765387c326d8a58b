import { placeVersion, sameContents } from './place-version';
import { BEGINNING_OF_TIME, type Version } from './versions';

interface Fees extends Version {
  techFeeBps?: number;
  name?: string;
}

const now = '2026-11-06T12:00:00.000Z';
const earlier = '2026-11-01T00:00:00.000Z';
const known: Fees[] = [{ effectiveFrom: earlier, techFeeBps: 500, name: '青禾' }];

describe('a version that somebody writes', () => {
  it('holds from the beginning of time when it is the first and names no instant', () => {
    expect(placeVersion<Fees>([], { techFeeBps: 1 }, undefined, now)).toEqual({
      verdict: 'new',
      effectiveFrom: BEGINNING_OF_TIME,
    });
  });

  it('holds from now when others are there and it names no instant, also when it says the same as they', () => {
    expect(placeVersion(known, { techFeeBps: 500, name: '青禾' }, undefined, now)).toEqual({
      verdict: 'new',
      effectiveFrom: now,
    });
  });

  it('holds from the instant that it names, first or not', () => {
    expect(placeVersion<Fees>([], { techFeeBps: 1 }, now, now).effectiveFrom).toBe(now);
    expect(placeVersion(known, { techFeeBps: 1 }, '2020-01-01T00:00:00.000Z', now).verdict).toBe('new');
  });

  it('is a repetition or a conflict when its instant is taken', () => {
    expect(placeVersion(known, { name: '青禾', techFeeBps: 500 }, earlier, now).verdict).toBe('repeated');
    expect(placeVersion(known, { techFeeBps: 500 }, earlier, now).verdict).toBe('conflict');
    expect(placeVersion(known, { name: '青禾', techFeeBps: 501 }, earlier, now).verdict).toBe('conflict');
  });

  it('follows a millisecond later when two writers mean the same now', () => {
    const two = [...known, { effectiveFrom: now, techFeeBps: 300 }];
    expect(placeVersion(two, { techFeeBps: 400 }, undefined, now)).toEqual({
      verdict: 'new',
      effectiveFrom: '2026-11-06T12:00:00.001Z',
    });
    expect(placeVersion(two, { techFeeBps: 300 }, undefined, now).verdict).toBe('repeated');
  });
});

it('contents are compared by what they say, at every depth', () => {
  expect(sameContents({ a: 1, b: { c: [1, 2], d: 2 } }, { b: { d: 2, c: [1, 2] }, a: 1, e: undefined })).toBe(true);
  expect(sameContents({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});
