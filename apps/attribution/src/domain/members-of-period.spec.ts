import * as fc from 'fast-check';
import { fen } from '@chuanliu/money/fen';
import { hasOneHoldout, isMemberWithin, longestWindowWithin } from './members-of-period';
import { membershipAt, type BringingSale } from './membership';
import type { RiverPolicyVersion } from './river-policy';

const T0 = '2026-11-01T00:00:00.000Z';
const DAY = 86_400_000;
const after = (ms: number) => new Date(Date.parse(T0) + ms).toISOString();

const bringing = (paidMs: number, refundedMs: number | null = null): BringingSale => ({
  channelId: 'ch-1',
  orderId: `o-${paidMs}`,
  lineNo: 1,
  promoterId: 'pr-1',
  paidAt: after(paidMs),
  paidFen: fen(10_000),
  platformSubsidyFen: fen(0),
  refunds: refundedMs === null ? [] : [aRefund('r-1', refundedMs - 1, 4_000), aRefund('r-2', refundedMs, 6_000)],
});

const aRefund = (refundId: string, ms: number, refundFen: number) => ({
  ...{ refundId, occurredAt: after(ms), refundFen: fen(refundFen) },
  ...{ subsidyFen: fen(0), freightFen: fen(0), transactionId: null },
});

const period = { from: T0, to: after(10 * DAY) };

describe('a member of a period', () => {
  it.each<[string, BringingSale, boolean]>([
    ['is who was brought in it', bringing(DAY), true],
    ['is who was brought in its last millisecond but one', bringing(10 * DAY - 2), true],
    ['is not who would only be a member at its end', bringing(10 * DAY - 1), false],
    ['is whose window reaches its first millisecond', bringing(-30 * DAY), true],
    ['is not whose window ended just before', bringing(-30 * DAY - 1), false],
    ['is who had everything refunded later in it', bringing(-DAY, 1), true],
    ['is not who had everything refunded as it began', bringing(-DAY, 0), false],
  ])('%s', (_, sale, expected) => {
    expect(isMemberWithin([sale], period, [])).toBe(expected);
  });

  it('is exactly who is a member at one of its instants, whatever the windows', () => {
    // A world of days of a few milliseconds: every instant can be asked.
    const ms = fc.integer({ min: -6, max: 8 });
    const sales = fc.array(
      fc
        .tuple(ms, fc.option(ms))
        .map(([paid, refunded]) => bringing(paid * DAY, refunded === null ? null : refunded * DAY)),
      { maxLength: 3 },
    );
    const policies = fc.array(
      fc
        .tuple(ms, fc.constantFrom(1, 2, 4))
        .map(([at, windowDays]) => ({ effectiveFrom: after(at * DAY), windowDays })),
      { maxLength: 3 },
    );
    // Everything happens at midnights, so that membership can only change there or a millisecond beside.
    const instants = Array.from({ length: 4 * 3 }, (_, i) => after(Math.floor(i / 3) * DAY + (i % 3) - 1)).filter(
      at => T0 <= at && at < after(3 * DAY),
    );
    fc.assert(
      fc.property(sales, policies, (held, policy: RiverPolicyVersion[]) => {
        const distinct = policy.filter(
          (each, i) => policy.findIndex(p => p.effectiveFrom === each.effectiveFrom) === i,
        );
        const atSome = instants.some(at => membershipAt(held, at, distinct) !== null);
        expect(isMemberWithin(held, { from: T0, to: after(3 * DAY) }, distinct)).toBe(atSome);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is looked for as far back as the longest window of the period reaches', () => {
    const policy = [
      { effectiveFrom: after(-5 * DAY), windowDays: 3 },
      { effectiveFrom: after(5 * DAY), windowDays: 60 },
      { effectiveFrom: after(10 * DAY), windowDays: 90 },
    ];
    expect(longestWindowWithin(period, policy)).toBe(60);
  });
});

describe('one draw of the control group', () => {
  it.each<[string, RiverPolicyVersion[], boolean]>([
    ['holds without any version', [], true],
    ['holds when the only version is in force from the start', [{ effectiveFrom: T0, salt: 'new' }], true],
    ['holds when another comes as the period ends', [{ effectiveFrom: period.to, salt: 'new' }], true],
    ['ends with another salt', [{ effectiveFrom: after(1), salt: 'new' }], false],
    ['ends with another share', [{ effectiveFrom: after(1), holdoutBps: 999 }], false],
    [
      'does not end with a version that repeats both',
      [{ effectiveFrom: after(1), salt: 'chuanliu', holdoutBps: 1_000 }],
      true,
    ],
    ['does not end with a version about something else', [{ effectiveFrom: after(1), windowDays: 7 }], true],
    [
      'ends though a third version goes back to the first',
      [
        { effectiveFrom: after(1), holdoutBps: 0 },
        { effectiveFrom: after(2), holdoutBps: 1_000 },
      ],
      false,
    ],
  ])('%s', (_, policy, expected) => {
    expect(hasOneHoldout(period, policy)).toBe(expected);
  });
});
