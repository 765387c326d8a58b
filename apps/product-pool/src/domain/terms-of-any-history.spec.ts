import fc from 'fast-check';
import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { plusDays } from '@chuanliu/contracts/instants';
import { changePlan } from './change-plan';
import { fallsFor, spansOf, type PlansOfPromoter } from './compose-plans';
import { precedence, termsFrom, type Plan, type PlanVersion } from './plan';
import { midnightAfter, midnightFrom } from './shanghai-midnight';
import { termsAt, termsOfPick, termsOverTime } from './terms-of-pick';
import { planPaying } from './way-to-sell';

/** The midnight in Shanghai with which 1 November begins. */
const BEGIN = '2026-10-31T16:00:00.000Z';
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();
const nothing: PlansOfPromoter = { exclusive: [], directed: [], 'shop-directed': [], open: [] };
const rateOf = (series: readonly Terms[], at: string) => termsAt(series, at)?.commissionBps ?? null;

/** The same rules asked of one instant at a time, without any series: slow, and written to be believed. */
function naiveTermsAt(plans: PlansOfPromoter, holder: string, at: string): Terms | null {
  const composed = (t: string) => naivePlanAt(plans, t);
  const instants = [...new Set(precedence.flatMap(kind => plans[kind].map(version => version.effectiveFrom)))].sort();
  const current = composed(at).plan;
  let best = current;
  let since: string | undefined;
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
    if (at < until && (isBetter || isLater)) [best, since] = [before.plan, b];
  }
  if (!best || !since) return best && termsFrom(at, best);
  const { kind, commissionBps } = best;
  const stood = instants.filter(i => i >= since && i <= at).map(i => composed(i).plan);
  return termsFrom(at, { ...(stood.findLast(plan => plan?.kind === kind) ?? best), commissionBps });
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
const atMinute = (minute: number) => later(BEGIN, minute * 60_000);

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

/** A rise that is announced for the same day, hidden by an exclusive plan that opens below it before it holds. */
const hiddenRise: [Parameters<typeof play>[0][number][], string, number[]] = [
  [
    { minute: 0, kind: 'directed', change: { commissionBps: 500 }, ahead: 1 },
    { minute: 0, kind: 'exclusive', change: { commissionBps: 0 }, ahead: undefined },
  ],
  atMinute(0),
  [0, 1, 2],
];

/** An assist rate that changes while a commission is locked. */
const assistWhileLocked: typeof hiddenRise = [
  [
    { minute: 0, kind: 'open', change: { commissionBps: 1000 }, ahead: undefined },
    { minute: 60, kind: 'open', change: { commissionBps: 500 }, ahead: undefined },
    { minute: 2_000, kind: 'open', change: { assistBps: 3 }, ahead: undefined },
  ],
  atMinute(30),
  [1_999, 2_001],
];

/** A version written into the past behind a plan's end, which promises nothing: the lock that came with the end goes on. */
const nothingBehindAnEnd: typeof hiddenRise = [
  [
    { minute: 0, kind: 'shop-directed', change: { commissionBps: 1000 }, ahead: undefined },
    { minute: 1, kind: 'shop-directed', change: { ended: true }, ahead: undefined },
    { minute: 1_442, kind: 'shop-directed', change: { assistBps: 1 }, ahead: -1 },
  ],
  atMinute(0),
  [1_440, 1_441, 1_442],
];

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
          // What search shows a holder is what their sales are paid by.
          expect(planPaying(spansOf(plans), { from }, at)?.commissionBps).toBe(found?.commissionBps);
        }
      }),
      { numRuns: 400, examples: [assistWhileLocked, nothingBehindAnEnd] },
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
      { numRuns: 400, examples: [hiddenRise] },
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
