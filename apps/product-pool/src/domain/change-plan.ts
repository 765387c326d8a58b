import type { UtcInstant } from '@chuanliu/contracts/instants';
import { placeVersion, sameContents } from '@chuanliu/dated-facts/place-version';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import { limitExclusiveCuts } from './exclusive-limits';
import { foldPlan, given, MOST_BPS, rateAt, spanAt, type PlanFields, type PlanKind, type PlanVersion } from './plan';
import { planChangedTooOften, planCutsFrozen, ratesExceedSale } from './plan.problems';
import { pastIsTheOperators, versionConflict } from './product-pool.problems';
import { isJustBeforeMidnight, midnightAfter, midnightFrom } from './shanghai-midnight';

/** A change a day for almost three years; the terms that they make take a few hundred kilobytes. */
export const MOST_VERSIONS = 1_000;

/** Who changes a plan, and when. */
export interface PlanCommand {
  now: UtcInstant;
  /** History may be written by operators alone. */
  mayImport: boolean;
  /** How long holders keep a better rate; noted with the version. */
  rateLockDays: number;
}

/** A plan that somebody is about to change. */
export interface PlanToChange {
  kind: PlanKind;
  /** The product or brand that it is of, for refusals. */
  subjectId: string;
  versions: readonly PlanVersion[];
  /** Whether anybody has less at the instant with these versions than with those that stand. */
  isFall: (at: UtcInstant, versions: readonly PlanVersion[]) => boolean;
  /** A first version without an instant holds from the beginning of time, unless that would rewrite somebody's past. */
  rewritesThePast: boolean;
}

/** What is said of a plan: fields, or that it ends. */
export type PlanChange = PlanFields | { ended: true };

/**
 * The version that a change adds, placed by the rules of rates that change: what is no fall holds from the instant that
 * was asked for, or from now; a fall holds from the next midnight in Shanghai, and is not taken in the last ten minutes
 * before it. An instant in the past is an import: it holds from there, whatever it does.
 *
 * @param requested the instant that was asked for, if any
 * @returns null when the change says nothing new
 * @throws Problem plan-cuts-frozen, version-conflict, past-is-the-operators, exclusive-cut-…, rates-exceed-sale,
 *   plan-changed-too-often
 */
export function changePlan(
  plan: PlanToChange,
  change: PlanChange,
  requested: UtcInstant | undefined,
  command: PlanCommand,
): PlanVersion | null {
  const effectiveFrom = whenItHolds(plan, change, requested, command);
  if (effectiveFrom === null) return null;
  // An end is always taken: it can only follow what was let in.
  if (plan.versions.length >= MOST_VERSIONS && !('ended' in change)) throw planChangedTooOften(MOST_VERSIONS);
  const version = versionFrom(effectiveFrom, plan, change, command);
  refuseUnbearable(plan.kind, [...plan.versions, version]);
  limitCuts(plan, version);
  return version;
}

function limitCuts({ kind, versions }: PlanToChange, version: PlanVersion): void {
  if (kind === 'exclusive' && !version.imported) limitExclusiveCuts(versions, [...versions, version]);
}

/** When the change holds; null when it says nothing new. */
function whenItHolds(
  plan: PlanToChange,
  change: PlanChange,
  requested: UtcInstant | undefined,
  command: PlanCommand,
): UtcInstant | null {
  const { now, mayImport } = command;
  if (requested !== undefined) {
    const placed = placeAt(plan, change, requested, now, () => {
      // Promoters promote at the rates they see: nobody but an import may say that they were others.
      if (requested < now && !mayImport) throw pastIsTheOperators('effectiveFrom');
    });
    if (placed === null || requested < now) return placed;
  }
  const at = requested ?? now;
  if (saysNothingNew(plan, change, at)) return null;
  if (plan.isFall(at, [...plan.versions, versionFrom(at, plan, change, command)])) {
    const midnight = at > now ? midnightFrom(at) : midnightAfter(now);
    return placeAt(plan, change, midnight, now, () => {
      if (isJustBeforeMidnight(now)) throw planCutsFrozen(midnightAfter(now));
      // A second cut of one day would also contradict the first of that midnight; that it comes too soon says more.
      limitCuts(plan, versionFrom(midnight, plan, change, command));
    });
  }
  if (requested !== undefined) return requested;
  if (plan.versions.length === 0) return plan.rewritesThePast ? now : BEGINNING_OF_TIME;
  const placement = placeVersion(plan.versions.map(contentsOf), change, undefined, now);
  return placement.verdict === 'repeated' ? null : placement.effectiveFrom;
}

/** @param allow what else may refuse it, once it is known to be no repetition */
function placeAt(
  plan: PlanToChange,
  change: PlanChange,
  at: UtcInstant,
  now: UtcInstant,
  allow: () => void = () => undefined,
): UtcInstant | null {
  const { verdict } = placeVersion(plan.versions.map(contentsOf), change, at, now);
  if (verdict === 'repeated') return null;
  allow();
  if (verdict === 'conflict') throw versionConflict(plan.subjectId, at);
  return at;
}

/** A repetition adds nothing: so a writer who says the same every minute does not make a series of a thousand versions. */
function saysNothingNew(plan: PlanToChange, change: PlanChange, at: UtcInstant): boolean {
  const span = spanAt(foldPlan(plan.kind, plan.versions), at);
  if (!span?.plan || 'ended' in change) return false;
  return sameContents({ ...span.said, ...change }, span.said);
}

const contentsOf = (version: PlanVersion) => ({
  effectiveFrom: version.effectiveFrom,
  ...given(version),
  ...(version.ended ? { ended: true } : {}),
});

function versionFrom(
  effectiveFrom: UtcInstant,
  plan: PlanToChange,
  change: PlanChange,
  { now, rateLockDays }: PlanCommand,
): PlanVersion {
  const imported = effectiveFrom < now && effectiveFrom !== BEGINNING_OF_TIME;
  return { ...change, effectiveFrom, no: plan.versions.length + 1, told: now, rateLockDays, imported };
}

/** A version of a product's open plan: a fall is measured by the plan itself, whatever single promoters have beside it. */
export function changeOpenPlan(
  productId: string,
  versions: readonly PlanVersion[],
  change: PlanFields,
  requested: UtcInstant | undefined,
  command: PlanCommand,
): PlanVersion | null {
  const rate = (series: readonly PlanVersion[], at: UtcInstant) => rateAt(foldPlan('open', series), at);
  const isFall: PlanToChange['isFall'] = (at, changed) => rate(changed, at) < rate(versions, at);
  const plan = { kind: 'open' as const, subjectId: productId, versions, isFall, rewritesThePast: false };
  return changePlan(plan, change, requested, command);
}

function refuseUnbearable(kind: PlanKind, versions: readonly PlanVersion[]): void {
  for (const { plan } of foldPlan(kind, versions)) {
    if (!plan) continue;
    const { commissionBps, serviceBps, secondServiceBps } = plan;
    if (commissionBps + serviceBps > MOST_BPS || secondServiceBps > serviceBps) {
      throw ratesExceedSale(commissionBps, serviceBps, secondServiceBps);
    }
  }
}
