import { plusDays } from '@chuanliu/contracts/instants';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { changeOpenPlan, changePlan, MOST_VERSIONS, type PlanChange } from './change-plan';
import { fallsFor, type PlansOfPromoter } from './compose-plans';
import { changeActivityPlan } from './change-activity-plan';
import type { PlanFields, PlanVersion } from './plan';
import { isJustBeforeMidnight, midnightAfter, midnightFrom } from './shanghai-midnight';

/** An instant of November in Shanghai: its day and its time there. */
const shanghai = (day: number, time = '12:00:00.000') =>
  new Date(`2026-11-${String(day).padStart(2, '0')}T${time}+08:00`).toISOString();
const midnight = (day: number) => shanghai(day, '00:00:00.000');
const command = (now: string, mayImport = false) => ({ now, mayImport, rateLockDays: 30 });
const standing: PlanVersion[] = [
  {
    effectiveFrom: BEGINNING_OF_TIME,
    commissionBps: 2000,
    no: 1,
    told: shanghai(1),
    rateLockDays: 30,
    imported: false,
  },
];
const refusalOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (problem) {
    return (problem as { type: string }).type.replace('product-pool/', '');
  }
};

describe('a plan that has changed as often as a plan may', () => {
  const versions = Array.from({ length: MOST_VERSIONS }, (_, n) => ({
    ...standing[0]!,
    ...{ effectiveFrom: plusDays(shanghai(1), n - MOST_VERSIONS), commissionBps: 1000 + n, no: n + 1 },
  }));
  const plan = { kind: 'directed' as const, subjectId: 'p-1', versions, isFall: () => false, rewritesThePast: true };
  const change = (said: PlanChange, of = plan) =>
    refusalOf(() => changePlan(of, said, undefined, command(shanghai(2))));

  it('takes no further change, though the last one again, and its end', () => {
    expect(change({ commissionBps: 3000 })).toBe('plan-changed-too-often');
    expect(change({ commissionBps: 3000 }, { ...plan, versions: versions.slice(1) })).toBe('none');
    expect(change({ commissionBps: versions.at(-1)!.commissionBps })).toBe('none');
    expect(change({ ended: true })).toBe('none');
  });
});

describe('a day in Shanghai', () => {
  it.each([
    [shanghai(3, '23:49:59.999'), false],
    [shanghai(3, '23:50:00.000'), true],
    [shanghai(3, '23:59:59.999'), true],
    [midnight(4), false],
  ])('at %s is in its last ten minutes: %s', (instant, expected) =>
    expect(isJustBeforeMidnight(instant)).toBe(expected),
  );

  it('begins at midnight, which is the first one at that instant and the next one after it', () => {
    expect([midnightFrom(midnight(4)), midnightAfter(midnight(4))]).toEqual([midnight(4), midnight(5)]);
    expect([midnightFrom(shanghai(4)), midnightAfter(shanghai(4))]).toEqual([midnight(5), midnight(5)]);
  });
});

describe('where a change is placed', () => {
  const placed = (change: { commissionBps?: number; assistBps?: number }, now: string, requested?: string) =>
    changeOpenPlan('p-1', standing, change, requested, command(now))?.effectiveFrom;

  it.each([
    ['a rise holds from now', { commissionBps: 2001 }, shanghai(3), undefined, shanghai(3)],
    ['a rise holds from its instant', { commissionBps: 2001 }, shanghai(3), shanghai(5), shanghai(5)],
    [
      'a rise holds at once in the last minutes too',
      { commissionBps: 2001 },
      shanghai(3, '23:55:00.000'),
      undefined,
      shanghai(3, '23:55:00.000'),
    ],
    ['a cut holds from midnight', { commissionBps: 1999 }, shanghai(3), undefined, midnight(4)],
    ['a cut at a midnight holds from the next', { commissionBps: 1999 }, midnight(4), undefined, midnight(5)],
    ['a cut holds from the midnight after its instant', { commissionBps: 1999 }, shanghai(3), shanghai(5), midnight(6)],
    ['a cut asked for at a midnight holds from it', { commissionBps: 1999 }, shanghai(3), midnight(5), midnight(5)],
    [
      'other assistants’ part is no cut',
      { assistBps: 5000 },
      shanghai(3, '23:55:00.000'),
      undefined,
      shanghai(3, '23:55:00.000'),
    ],
    ['what holds already is nothing new', { commissionBps: 2000 }, shanghai(3), undefined, undefined],
  ])('%s', (_, change, now, requested, expected) => expect(placed(change, now, requested)).toBe(expected));

  it('the past is an import, for those who may write it', () => {
    const write = (mayImport: boolean) =>
      changeOpenPlan(
        'p-1',
        standing,
        { commissionBps: 1 },
        shanghai(2),
        command(shanghai(3, '23:55:00.000'), mayImport),
      );
    expect(write(true)).toMatchObject({ effectiveFrom: shanghai(2), imported: true });
    expect(refusalOf(() => write(false))).toBe('past-is-the-operators');
  });

  it('an instant that is taken takes the same again, and nothing else', () => {
    const cut = changeOpenPlan('p-1', standing, { commissionBps: 1500 }, undefined, command(shanghai(3)))!;
    const again = (commissionBps: number, time: string) =>
      changeOpenPlan('p-1', [...standing, cut], { commissionBps }, undefined, command(shanghai(3, time)));
    expect(again(1500, '23:55:00.000')).toBeNull();
    expect(refusalOf(() => again(1400, '13:00:00.000'))).toBe('version-conflict');
  });
});

describe('a plan in an activity', () => {
  const rates = { commissionBps: 2000, serviceBps: 500, secondServiceBps: 200 };
  const versions: PlanVersion[] = [{ ...standing[0]!, ...rates }];
  const change = (fields: PlanFields, now = shanghai(3)) =>
    changeActivityPlan({ kind: 'activity', activityId: 'a-1', versions }, fields, undefined, command(now));

  it.each([
    ['a lower commission', { commissionBps: 1900 }, midnight(4)],
    ['a lower service fee', { serviceBps: 400 }, midnight(4)],
    ['a lower service fee with a higher commission', { commissionBps: 2100, serviceBps: 400 }, midnight(4)],
    ['a higher service fee', { serviceBps: 600 }, shanghai(3)],
    ['another part of it for the second recruiter', { secondServiceBps: 100 }, shanghai(3)],
    ['a higher commission', { commissionBps: 2100 }, shanghai(3)],
  ])('takes %s', (_, fields, from) => expect(change(fields)!.effectiveFrom).toBe(from));

  it('takes no lower service fee in the last ten minutes of a day', () =>
    expect(refusalOf(() => change({ serviceBps: 400 }, shanghai(3, '23:50:00.000')))).toBe('plan-cuts-frozen'));
});

describe('an exclusive plan', () => {
  const nothing: PlansOfPromoter = { exclusive: [], directed: [], 'shop-directed': [], open: [] };

  /** The series after these changes, each told at its instant. @throws the refusal of the first that is refused */
  function after(...changes: ReadonlyArray<[now: string, change: PlanChange, requested?: string]>): PlanVersion[] {
    return changes.reduce<PlanVersion[]>((versions, [now, change, requested]) => {
      const plans = { ...nothing, exclusive: versions };
      const isFall = (at: string, changed: readonly PlanVersion[]) => fallsFor(plans, 'exclusive', changed, at);
      const plan = { kind: 'exclusive' as const, subjectId: 'p-1', versions, isFall, rewritesThePast: true };
      const version = changePlan(plan, change, requested, command(now, true));
      return version ? [...versions, version] : versions;
    }, []);
  }
  const to = (commissionBps: number) => ({ commissionBps });
  const week = plusDays(shanghai(2), 7);

  it.each([
    ['falls by 500', [[shanghai(2), to(3500)]], 'none'],
    ['falls by 501', [[shanghai(2), to(3499)]], 'exclusive-cut-too-deep'],
    [
      'falls twice in seven days',
      [
        [shanghai(2), to(3900)],
        [shanghai(8), to(3800)],
      ],
      'exclusive-cut-too-soon',
    ],
    [
      'falls twice within a day, of which both would hold from one midnight',
      [
        [shanghai(2), to(3900)],
        [shanghai(2, '13:00:00.000'), to(3800)],
      ],
      'exclusive-cut-too-soon',
    ],
    [
      'is told the same cut twice within a day',
      [
        [shanghai(2), to(3900)],
        [shanghai(2, '13:00:00.000'), to(3900)],
      ],
      'none',
    ],
    [
      'falls again seven days later, to the millisecond',
      [
        [shanghai(2), to(3900)],
        [week, to(3800)],
      ],
      'none',
    ],
    [
      'rises in between, and falls no less soon',
      [
        [shanghai(2), to(3900)],
        [shanghai(4), to(4200)],
        [shanghai(5), to(4100)],
      ],
      'exclusive-cut-too-soon',
    ],
    [
      'falls in two announced steps',
      [
        [shanghai(2), to(3500)],
        [shanghai(2), to(3000), shanghai(20)],
      ],
      'exclusive-cut-too-soon',
    ],
    [
      'ends and opens lower in time',
      [
        [shanghai(2), { ended: true as const }],
        [shanghai(4), to(3499)],
      ],
      'exclusive-cut-too-deep',
    ],
    [
      'ends and opens a little lower',
      [
        [shanghai(2), { ended: true as const }],
        [shanghai(4), to(3500)],
      ],
      'none',
    ],
    [
      'ends and opens lower a week later',
      [
        [shanghai(2), { ended: true as const }],
        [week, to(100)],
      ],
      'none',
    ],
    [
      'ends, opens as it was, and falls too deep weeks later',
      [
        [shanghai(2), { ended: true as const }],
        [shanghai(4), to(4000)],
        [shanghai(20), to(3000)],
      ],
      'exclusive-cut-too-deep',
    ],
    [
      'is made to fall by a rise before an announced rate',
      [
        [shanghai(2), to(4100), shanghai(20)],
        [shanghai(3), to(4700)],
      ],
      'exclusive-cut-too-deep',
    ],
    ['falls by an import', [[shanghai(4), to(100), shanghai(3)]], 'none'],
  ] as Array<[string, Array<[string, PlanChange, string?]>, string]>)('%s', (_, changes, expected) => {
    expect(refusalOf(() => after([shanghai(1), to(4000)], ...changes))).toBe(expected);
  });
});
