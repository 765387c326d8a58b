import fc from 'fast-check';
import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { plusDays } from '@chuanliu/contracts/instants';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { changePlan } from './change-plan';
import { fallsFor, spansOf, type PlansOfPromoter } from './compose-plans';
import { precedence, termsFrom, type Plan, type PlanVersion } from './plan';
import { midnightAfter, midnightFrom } from './shanghai-midnight';
import { termsAt, termsOfPick, termsOverTime } from './terms-of-pick';

/** Noon in Shanghai of a day of November. */
const noon = (day: number) => `2026-11-${String(day).padStart(2, '0')}T04:00:00.000Z`;
/** The midnight in Shanghai with which a day of November begins. */
const midnight = (day: number) => plusDays('2026-10-31T16:00:00.000Z', day - 1);
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

const said = (effectiveFrom: string, fields: Partial<PlanVersion>, told = effectiveFrom): PlanVersion => ({
  ...{ effectiveFrom, no: 0, told, rateLockDays: 30, imported: false },
  ...fields,
});
const nothing: PlansOfPromoter = { exclusive: [], directed: [], 'shop-directed': [], open: [] };
const rateOf = (series: readonly Terms[], at: string) => termsAt(series, at)?.commissionBps ?? null;

describe('the terms of a pick', () => {
  const cut = said(midnight(11), { commissionBps: 1500, no: 2 }, noon(10));
  const open = [said(BEGINNING_OF_TIME, { commissionBps: 2000, assistBps: 100, no: 1 }, noon(1)), cut];
  const rates = (plans: Partial<PlansOfPromoter>, from: string) =>
    termsOfPick(spansOf({ ...nothing, ...plans }), { from }).map(terms => [terms.effectiveFrom, terms.commissionBps]);

  it('that was held when a cut was told keep their rate for thirty days from then', () => {
    expect(rates({ open }, noon(10))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [plusDays(noon(10), 30), 1500],
    ]);
  });

  it('that was made a moment later fall at midnight', () => {
    expect(rates({ open }, later(noon(10), 1))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [midnight(11), 1500],
    ]);
  });

  it('rise at once while a lock lasts, when the rise beats it; equal terms are those in force', () => {
    const rises = [
      said(noon(12), { commissionBps: 2000, assistBps: 900, no: 3 }),
      said(noon(13), { commissionBps: 2100, no: 4 }),
    ];
    const series = termsOfPick(spansOf({ ...nothing, open: [...open, ...rises] }), { from: noon(10) });
    expect(
      series.map(({ effectiveFrom, commissionBps, assistBps }) => [effectiveFrom, commissionBps, assistBps]),
    ).toEqual([
      [BEGINNING_OF_TIME, 2000, 100],
      [noon(12), 2000, 900],
      [noon(13), 2100, 900],
    ]);
  });

  it('of two cuts keep the greatest rate that a lock still holds', () => {
    const second = said(midnight(15), { commissionBps: 1000, no: 3 }, noon(14));
    expect(rates({ open: [...open, second] }, noon(10)).slice(1)).toEqual([
      [plusDays(noon(10), 30), 1500],
      [plusDays(noon(14), 30), 1000],
    ]);
    expect(rates({ open: [...open, second] }, noon(12)).slice(1)).toEqual([
      [midnight(11), 1500],
      [plusDays(noon(14), 30), 1000],
    ]);
  });

  it('follow the first plan in force: exclusive, directed, shop-directed, open', () => {
    const directed = [
      said(noon(3), { commissionBps: 2500, no: 1 }),
      said(midnight(6), { ended: true, no: 2 }, noon(5)),
    ];
    const shop = [said(noon(2), { commissionBps: 2200, no: 1 })];
    const exclusive = [said(noon(4), { commissionBps: 3000, no: 1 })];
    expect(rates({ open: open.slice(0, 1), 'shop-directed': shop, directed, exclusive }, midnight(30))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [noon(2), 2200],
      [noon(3), 2500],
      [noon(4), 3000],
    ]);
    expect(rates({ open: open.slice(0, 1), 'shop-directed': shop, directed }, noon(6)).at(-1)).toEqual([
      midnight(6),
      2200,
    ]);
    expect(rates({ open: open.slice(0, 1), directed }, noon(4))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [noon(3), 2500],
      [plusDays(noon(5), 30), 2000],
    ]);
  });

  it('end with a plan that nothing follows, after the lock, and begin again with the next', () => {
    const directed = [
      said(noon(1), { commissionBps: 2500, no: 1 }),
      said(midnight(6), { ended: true, no: 3 }, noon(5)),
      said(noon(8), { commissionBps: 9000, no: 2 }, noon(4)), // Announced before the end, and gone with it.
    ];
    const ended = termsOfPick(spansOf({ ...nothing, directed }), { from: noon(5) });
    expect(ended).toMatchObject([{ effectiveFrom: noon(1), effectiveTo: plusDays(noon(5), 30), commissionBps: 2500 }]);
    const anew = said(midnight(20), { commissionBps: 1000, no: 4 }, noon(19));
    expect(termsOfPick(spansOf({ ...nothing, directed: [...directed, anew] }), { from: midnight(6) })).toMatchObject([
      { effectiveFrom: noon(1), effectiveTo: midnight(6) },
      { effectiveFrom: midnight(20), commissionBps: 1000 },
    ]);
  });

  it('are those of an import for every pick, whatever was locked', () => {
    const imported = said(noon(12), { commissionBps: 1200, no: 3, imported: true }, noon(20));
    expect(rates({ open: [...open, imported] }, noon(10))).toEqual([
      [BEGINNING_OF_TIME, 2000],
      [noon(12), 1200],
    ]);
  });

  it('say why they changed', () => {
    const history = termsOverTime(
      spansOf({
        ...nothing,
        open: [...open, said(noon(20), { commissionBps: 1800, no: 3 }), said(noon(21), { assistBps: 1, no: 4 })],
        exclusive: [
          said(noon(22), { commissionBps: 3000, no: 1 }),
          said(midnight(24), { ended: true, no: 2 }, noon(23)),
        ],
      }),
      { from: noon(12) },
    );
    expect(history.map(({ from, reason, plan }) => [from, reason, plan?.commissionBps])).toEqual([
      [BEGINNING_OF_TIME, 'plan-opened', 2000],
      [midnight(11), 'cut', 1500],
      [noon(20), 'rise', 1800],
      [noon(21), 'changed', 1800],
      [noon(22), 'exclusive-opened', 3000],
      [midnight(24), 'rate-lock', 3000],
      [plusDays(noon(23), 30), 'rate-lock-ended', 1800],
    ]);
  });
});

/** The same rules asked of one instant at a time, without any series: slow, and written to be believed. */
function naiveTermsAt(plans: PlansOfPromoter, holder: string, at: string): Terms | null {
  const composed = (t: string) => naivePlanAt(plans, t);
  const instants = [...new Set(precedence.flatMap(kind => plans[kind].map(version => version.effectiveFrom)))].sort();
  const current = composed(at).plan;
  let best = current;
  for (const b of instants.filter(b => b <= at)) {
    const [before, after] = [composed(later(b, -1)), composed(b)];
    if (!before.plan || before.plan.commissionBps <= (after.plan?.commissionBps ?? -1) || holder >= b) continue;
    const cause = causeAt(plans, b)!;
    if (cause.imported) continue;
    const untilMidnight = midnightFrom(b);
    const locked = holder <= cause.told ? plusDays(cause.told, cause.rateLockDays) : '';
    let until = locked > untilMidnight ? locked : untilMidnight;
    for (const i of instants) if (i > b && i < until && causeAt(plans, i)?.imported) until = i;
    const isBetter = before.plan.commissionBps > (best?.commissionBps ?? -1);
    // Of equal locks the later one counts; none beats what is in force without being greater.
    const isLater = best !== current && before.plan.commissionBps === best?.commissionBps;
    if (at < until && (isBetter || isLater)) best = before.plan;
  }
  return best && termsFrom(at, best);
}

function naivePlanAt(plans: PlansOfPromoter, at: string): { rank: number; plan: Plan | null } {
  for (const [rank, kind] of precedence.entries()) {
    const known = plans[kind]
      .filter(version => version.effectiveFrom <= at)
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    const standing = known.filter((v, i) => !known.slice(0, i).some(end => end.ended && end.no > v.no));
    const lastEnd = standing.findLastIndex(version => version.ended);
    const fields = Object.assign({}, ...standing.slice(lastEnd + 1)) as Partial<PlanVersion>;
    if (fields.commissionBps === undefined) continue;
    const { commissionBps, assistBps = 0 } = fields;
    const rest = { minReputation: 0, agencyId: null, serviceBps: 0, secondServiceBps: 0 };
    return {
      rank,
      plan: { kind, commissionBps, assistBps, ...rest, recruiterId: null, secondRecruiterId: null, promoters: null },
    };
  }
  return { rank: 9, plan: null };
}

/** The version that brought the change at an instant, by the better of the plans before and after it. */
function causeAt(plans: PlansOfPromoter, at: string): PlanVersion | undefined {
  const [before, after] = [naivePlanAt(plans, later(at, -1)), naivePlanAt(plans, at)];
  const kind = precedence[Math.min(before.rank, after.rank)]!;
  return plans[kind]?.find(version => version.effectiveFrom === at && isStanding(plans[kind], version));
}

const isStanding = (versions: readonly PlanVersion[], version: PlanVersion) =>
  !versions.some(end => end.ended && end.no > version.no && end.effectiveFrom < version.effectiveFrom);

/** Some commands of a week, by hours and minutes from its beginning; minute 0 is a midnight in Shanghai. */
const command = fc.record({
  minute: fc.integer({ min: 0, max: 7 * 24 * 60 }),
  kind: fc.constantFrom(...precedence),
  change: fc.oneof(
    { weight: 4, arbitrary: fc.record({ commissionBps: fc.integer({ min: 0, max: 6 }).map(n => n * 500) }) },
    { weight: 1, arbitrary: fc.record({ assistBps: fc.integer({ min: 0, max: 3 }) }) },
    { weight: 1, arbitrary: fc.constant({ ended: true as const }) },
  ),
  ahead: fc.option(fc.integer({ min: -3 * 24 * 60, max: 2 * 24 * 60 }), { freq: 3, nil: undefined }),
});
const atMinute = (minute: number) => later(midnight(1), minute * 60_000);

/** The series that a history of commands makes; refused commands leave no trace. */
function play(
  commands: ReadonlyArray<typeof command extends fc.Arbitrary<infer C> ? C : never>,
  after: (step: Step) => void = () => undefined,
) {
  let plans = nothing;
  for (const { minute, kind, change, ahead } of [...commands].sort((a, b) => a.minute - b.minute)) {
    const now = atMinute(minute);
    const requested = ahead === undefined ? undefined : atMinute(minute + ahead);
    const before = plans;
    const versions = plans[kind];
    if ('ended' in change && (versions.length === 0 || kind === 'open')) continue;
    const isFall = (at: string, changed: readonly PlanVersion[]) => fallsFor(before, kind, changed, at);
    try {
      const version = changePlan(
        { kind, subjectId: 'p-1', versions, isFall, rewritesThePast: true },
        change,
        requested,
        {
          now,
          mayImport: true,
          rateLockDays: 3,
        },
      );
      if (version) plans = { ...plans, [kind]: [...versions, version] };
      after({ before, plans, now, isImport: version?.imported === true });
    } catch (problem) {
      if (!(problem as { type?: string }).type?.startsWith('product-pool/')) throw problem;
    }
  }
  return plans;
}

interface Step {
  before: PlansOfPromoter;
  plans: PlansOfPromoter;
  now: string;
  isImport: boolean;
}

const history = fc.array(command, { maxLength: 14 });
const minutes = fc.array(fc.integer({ min: -1000, max: 15 * 24 * 60 }), { minLength: 20, maxLength: 20 });
const holder = fc.integer({ min: -100, max: 7 * 24 * 60 }).map(atMinute);

describe('whatever was commanded', () => {
  it('the series says at every instant what the rules say of that instant', () => {
    fc.assert(
      fc.property(history, holder, minutes, (commands, from, looks) => {
        const plans = play(commands);
        const series = termsOfPick(spansOf(plans), { from });
        const edges = precedence.flatMap(kind => plans[kind].map(version => version.effectiveFrom));
        for (const at of [
          ...looks.map(atMinute),
          ...edges.filter(at => at > '2'),
          ...edges.filter(at => at > '2').map(at => later(at, -1)),
        ]) {
          const found = termsAt(series, at);
          const { effectiveFrom: _, effectiveTo: __, ...rates } = found ?? ({} as Terms);
          const { effectiveFrom: ___, ...expected } = naiveTermsAt(plans, from, at) ?? ({} as Terms);
          expect({ at, ...rates }).toEqual({ at, ...expected });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('no command but an import changes what held before it, and none takes from a holder before the next midnight', () => {
    fc.assert(
      fc.property(history, holder, minutes, (commands, from, looks) => {
        play(commands, ({ before, plans, now, isImport }) => {
          if (isImport || from > now) return;
          const [old, changed] = [before, plans].map(all => termsOfPick(spansOf(all), { from })) as [Terms[], Terms[]];
          for (const at of looks.map(atMinute)) {
            if (at < now) expect(termsAt(changed, at)?.commissionBps).toBe(termsAt(old, at)?.commissionBps);
            else if (at < midnightAfter(now))
              expect(rateOf(changed, at) ?? -1).toBeGreaterThanOrEqual(rateOf(old, at) ?? -1);
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('a holder falls at midnights, where locks end, and by imports alone', () => {
    fc.assert(
      fc.property(history, holder, (commands, from) => {
        const plans = play(commands);
        const entries = termsOverTime(spansOf(plans), { from });
        for (const [i, entry] of entries.entries()) {
          const before = entries[i - 1];
          if (!before?.plan || entry.from <= from || before.plan.commissionBps <= (entry.plan?.commissionBps ?? -1))
            continue;
          const isAllowed =
            entry.reason === 'import' || before.lockedUntil === entry.from || midnightFrom(entry.from) === entry.from;
          expect({ isAllowed, entry }).toEqual({ isAllowed: true, entry });
        }
      }),
      { numRuns: 400 },
    );
  });
});
