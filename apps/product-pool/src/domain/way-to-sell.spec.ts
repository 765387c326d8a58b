import type { PlanVersion } from './plan';
import { bestActivity, type ActivityOffer } from './way-to-sell';

const told = { told: '2026-11-01T04:00:00.000Z', rateLockDays: 30, imported: false };
const from = '2026-11-01T04:00:00.000Z';
const at = '2026-11-05T04:00:00.000Z';

const offer = (activityId: string, commissionBps: number, more: Partial<PlanVersion> = {}): ActivityOffer => ({
  ...{ activityId, kind: more.promoters ? 'exclusive-activity' : 'activity' },
  versions: [{ ...told, no: 1, effectiveFrom: from, commissionBps, serviceBps: 500, ...more }],
});

describe('of several activities', () => {
  it.each<[string, ActivityOffer[], string | null]>([
    ['none there is none', [], null],
    ['the greatest commission counts', [offer('act-1', 1000), offer('act-2', 1500)], 'act-2'],
    ['equal ones the first id counts', [offer('act-3', 1500), offer('act-2', 1500)], 'act-2'],
    [
      'one that begins later does not count',
      [offer('act-1', 1000, { effectiveFrom: '2026-11-05T04:00:00.001Z' })],
      null,
    ],
    ['one that is over does not count', [offer('act-1', 1500, { endsAt: at }), offer('act-2', 1000)], 'act-2'],
    [
      'one that names the promoter counts',
      [offer('act-1', 1000), offer('act-2', 1500, { promoters: ['pr-1'] })],
      'act-2',
    ],
    ['one that names others does not', [offer('act-1', 1000), offer('act-2', 1500, { promoters: ['pr-2'] })], 'act-1'],
  ])('%s', (_, offers, expected) => {
    expect(bestActivity(offers, 'pr-1', at)?.activityId ?? null).toBe(expected);
  });

  it('anybody may count on those that name nobody', () => {
    const offers = [offer('act-1', 1000), offer('act-2', 1500, { promoters: ['pr-1'] })];
    expect(bestActivity(offers, null, at)).toMatchObject({ activityId: 'act-1', plan: { commissionBps: 1000 } });
  });
});
