import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { mayLackTouches, windowsUnder } from './tried-policy';
import { windowStart, type AttributionPolicyVersion } from './windows';

const T = '2026-11-06T00:00:00.000Z';
const hoursOn = (surface: string, versions: readonly AttributionPolicyVersion[]) =>
  (Date.parse(T) - Date.parse(windowStart(surface, T, versions)!)) / 3_600_000;

describe('a policy that is tried', () => {
  it.each([
    ['nothing is tried', {}, { live: 12, link: 100, showcase: 72 }],
    ['one window is tried', { liveHours: 48 }, { live: 48, link: 100, showcase: 72 }],
    ['no time at all is tried', { linkHours: 0 }, { live: 12, link: 0, showcase: 72 }],
    ['an assist rate is tried', { assistBps: 100 }, { live: 12, link: 100, showcase: 72 }],
  ])('has its windows from the beginning, and the others stay as they are in force, where %s', (_, tried, hours) => {
    const inForce = [
      { effectiveFrom: BEGINNING_OF_TIME, linkHours: 50 },
      { effectiveFrom: '2026-11-01T00:00:00.000Z', linkHours: 100, liveHours: 12 },
      { effectiveFrom: '2026-12-01T00:00:00.000Z', liveHours: 1 },
    ];
    const windows = windowsUnder(tried, inForce);
    expect({
      live: hoursOn('live', windows),
      link: hoursOn('link', windows),
      showcase: hoursOn('showcase', windows),
    }).toEqual(hours);
  });

  describe('may lack touches', () => {
    const lacks = (linkHours: number, keptTouches: boolean, goneBefore: string | null, liveHours = 24) =>
      mayLackTouches({ orderedAt: T, keptTouches }, windowsUnder({ linkHours, liveHours }, []), [], goneBefore);
    const hoursAgo = (hours: number) => new Date(Date.parse(T) - hours * 3_600_000).toISOString();

    it.each([
      ['none were dropped', 8_760, false, null, false],
      ['its windows end before those dropped', 400, false, hoursAgo(400), false],
      ['its windows reach into those dropped', 401, true, hoursAgo(400), true],
      ['the line saw all in the windows in force', 360, true, hoursAgo(10), false],
      ['the line had not asked for any', 360, false, hoursAgo(10), true],
      ['one window is none, and others reach further', 0, false, hoursAgo(10), true],
    ])('or not: %s', (_, linkHours, keptTouches, goneBefore, expected) => {
      expect(lacks(linkHours, keptTouches, goneBefore)).toBe(expected);
    });

    it('not where no window has any length, whatever was dropped', () => {
      const none = { liveHours: 0, shortVideoHours: 0, showcaseHours: 0, linkHours: 0 };
      const windows = windowsUnder(none, []);
      expect(mayLackTouches({ orderedAt: T, keptTouches: false }, windows, [], '2026-12-01T00:00:00.000Z')).toBe(false);
    });
  });
});
