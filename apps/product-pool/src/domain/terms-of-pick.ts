import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { MOST_BPS, precedence, termsFrom, type Plan, type PlanSpan } from './plan';
import { midnightFrom } from './shanghai-midnight';

/** Who keeps a rate: a pick, from its beginning. */
export interface Holder {
  from: UtcInstant;
}

/** A commission from before a cut, kept over [from, until). */
interface Lock {
  from: UtcInstant;
  until: UtcInstant;
  commissionBps: number;
  /** The plan from before the cut: all but its commission as it last stood. */
  plan: Plan;
  told: UtcInstant;
}

/** Why terms began. */
export const reasons = [
  ...(['plan-opened', 'exclusive-opened', 'rise', 'cut', 'changed', 'plan-ended'] as const),
  ...(['rate-lock', 'rate-lock-ended', 'import'] as const),
] as const;
export type Reason = (typeof reasons)[number];

/** What holds from an instant until the next entry's, and why. */
export interface DatedTerms {
  from: UtcInstant;
  /** null: nothing is in force. */
  plan: Plan | null;
  reason: Reason;
  told: UtcInstant;
  lockedUntil: UtcInstant | null;
}

/**
 * Everything that holds for a promoter over time, earliest first.
 *
 * Whoever held the pick when a cut was told keeps the rate from before it for the lock's days; whoever took it later
 * falls with everybody, but like everybody at a midnight. The commission is what is kept, and of several the greatest;
 * all else of a plan that goes on is as it stands, and of one that ended, or gave way to another, as it last stood. An
 * import ends every lock, since it says what held for every pick; so does a planned end.
 * @param composed what the plans say, see composePlans
 * @param holder the pick whose locks count; null: as for somebody who picks only now
 */
export function termsOverTime(composed: readonly PlanSpan[], holder: Holder | null): DatedTerms[] {
  const locks = holder ? locksOf(composed, holder) : [];
  const lockPoints = locks.flatMap(lock => [lock.from, lock.until]);
  const instants = [...new Set([...composed.map(span => span.from), ...lockPoints])].sort();
  const history: DatedTerms[] = [];
  let index = -1;
  let held: Lock | undefined;
  for (const from of instants) {
    while (composed[index + 1] && composed[index + 1]!.from <= from) index++;
    const span = composed[index]!;
    const running = locks.filter(lock => lock.from <= from && from < lock.until);
    for (const lock of running) if (goesOn(lock, span.plan)) lock.plan = span.plan;
    const lock = bestLock(running, span.plan);
    if (lock) {
      const plan = { ...lock.plan, commissionBps: lock.commissionBps };
      const why =
        lock === held
          ? { reason: 'changed' as const, told: span.by.told }
          : { reason: 'rate-lock' as const, told: lock.told };
      history.push({ from, plan, ...why, lockedUntil: lock.until });
    } else {
      const reason = span.from === from ? reasonOf(composed[index - 1]?.plan ?? null, span) : 'rate-lock-ended';
      history.push({ from, plan: span.plan, reason, told: span.by.told, lockedUntil: null });
    }
    held = lock;
  }
  return history.filter((entry, i) => !continues(history[i - 1], entry));
}

/** The terms of a pick as a series; a span without any is told by `effectiveTo` of the terms before it. */
export function termsOfPick(composed: readonly PlanSpan[], pick: Holder): Terms[] {
  const series: Terms[] = [];
  for (const { from, plan } of termsOverTime(composed, pick)) {
    const last = series.at(-1);
    if (!plan) {
      if (last && last.effectiveTo === undefined) last.effectiveTo = from;
      continue;
    }
    const terms = termsFrom(from, plan);
    if (!last || last.effectiveTo !== undefined || !sameRates(last, terms)) series.push(terms);
  }
  return series;
}

/** The terms of a series that are in force at an instant: the latest that have begun, unless they have ended. */
export function termsAt(series: readonly Terms[], at: UtcInstant): Terms | null {
  const latest = series.findLast(terms => terms.effectiveFrom <= at);
  return latest && !(latest.effectiveTo !== undefined && latest.effectiveTo <= at) ? latest : null;
}

function locksOf(composed: readonly PlanSpan[], holder: Holder): Lock[] {
  const locks: Lock[] = [];
  for (const [i, { from, plan, by }] of composed.entries()) {
    const before = composed[i - 1]?.plan;
    if (by.imported || by.planned) {
      for (const lock of locks) if (lock.until > from) lock.until = from;
    } else if (before && before.commissionBps > (plan?.commissionBps ?? -1) && holder.from < from) {
      const byLock = holder.from <= by.told ? plusDays(by.told, by.rateLockDays) : from;
      const byDay = midnightFrom(from);
      const until = byLock > byDay ? byLock : byDay;
      locks.push({ from, until, commissionBps: before.commissionBps, plan: before, told: by.told });
    }
  }
  return locks.filter(lock => lock.until > lock.from);
}

/** The lock that is worth more than what holds without it; of equals the one that was made last. */
function bestLock(running: readonly Lock[], plan: Plan | null): Lock | undefined {
  let best: Lock | undefined;
  for (const lock of running) {
    if (lock.commissionBps <= (plan?.commissionBps ?? -1)) continue;
    if (!best || lock.commissionBps >= best.commissionBps) best = lock;
  }
  return best;
}

/** Neither the other promoters of a sale nor its recruiters wait for a lock's end, unless the sale could not bear it. */
const goesOn = ({ plan, commissionBps }: Lock, current: Plan | null): current is Plan =>
  current?.kind === plan.kind && commissionBps + current.serviceBps <= MOST_BPS;

function reasonOf(before: Plan | null, { plan, by }: PlanSpan): Reason {
  if (by.imported) return 'import';
  if (!plan) return 'plan-ended';
  if (before?.kind === plan.kind) {
    if (plan.commissionBps === before.commissionBps) return 'changed';
    return plan.commissionBps > before.commissionBps ? 'rise' : 'cut';
  }
  if (before && rank(before) < rank(plan)) return 'plan-ended'; // What is left when the better plan is gone.
  return plan.kind === 'exclusive' ? 'exclusive-opened' : 'plan-opened';
}

const rank = (plan: Plan): number => (precedence as readonly string[]).indexOf(plan.kind);

const sameRates = (one: Terms, other: Terms): boolean =>
  one.commissionBps === other.commissionBps &&
  one.assistBps === other.assistBps &&
  one.serviceBps === other.serviceBps &&
  one.secondServiceBps === other.secondServiceBps &&
  one.recruiterId === other.recruiterId &&
  one.secondRecruiterId === other.secondRecruiterId;

/** Whether an entry says no more than the one before it. */
function continues(before: DatedTerms | undefined, entry: DatedTerms): boolean {
  if (!before) return entry.plan === null;
  if (before.plan === null || entry.plan === null) return before.plan === entry.plan;
  return isSamePlan(before.plan, entry.plan) && before.lockedUntil === entry.lockedUntil;
}

function isSamePlan(one: Plan, other: Plan): boolean {
  return one === other || (Object.keys(one) as Array<keyof Plan>).every(field => one[field] === other[field]);
}
