import type { UtcInstant } from '@chuanliu/contracts/instants';
import { changePlan, type PlanCommand, type PlanToChange } from './change-plan';
import { foldPlan, planAt, spanAt, type PlanFields, type PlanKind, type PlanVersion } from './plan';
import { planCutsFrozen } from './plan.problems';
import { endsBeforeItBegins } from './product-pool.problems';
import { isJustBeforeMidnight, midnightAfter, midnightFrom } from './shanghai-midnight';

/**
 * A version of a product's plan in an activity, placed as every change of a plan is. An end that comes sooner than it
 * was planned takes from those who hold a pick, so it is a cut: it comes with a midnight.
 *
 * @throws Problem as changePlan does, and ends-before-it-begins
 */
export function changeActivityPlan(
  { kind, activityId, versions }: { kind: PlanKind; activityId: string; versions: readonly PlanVersion[] },
  fields: PlanFields,
  requested: UtcInstant | undefined,
  command: PlanCommand,
): PlanVersion | null {
  const isFall: PlanToChange['isFall'] = (at, changed) => {
    const [before, after] = [versions, changed].map(series => planAt(foldPlan(kind, series), at));
    // What the brand pays through an activity is the commission and the recruiters' fee: neither falls but at a midnight.
    return before && after
      ? after.commissionBps < before.commissionBps || after.serviceBps < before.serviceBps
      : Boolean(before);
  };
  const { endsAt } = fields;
  const begins = requested ?? (versions.length === 0 ? undefined : command.now);
  if (endsAt !== undefined && begins !== undefined && endsAt <= begins) throw endsBeforeItBegins(begins, endsAt);
  const ends = endsAt === undefined ? {} : { endsAt: endOf(kind, versions, endsAt, requested, command) };
  const plan = { kind, subjectId: activityId, versions, isFall, rewritesThePast: false };
  return changePlan(plan, { ...fields, ...ends }, requested, command);
}

function endOf(
  kind: PlanKind,
  versions: readonly PlanVersion[],
  endsAt: UtcInstant,
  requested: UtcInstant | undefined,
  { now }: PlanCommand,
): UtcInstant {
  if (requested !== undefined && requested < now) return endsAt;
  const span = spanAt(foldPlan(kind, versions), requested ?? now);
  const planned = span?.said.endsAt;
  if (!span?.plan || endsAt === planned || (planned !== undefined && endsAt > planned)) return endsAt;
  if (isJustBeforeMidnight(now)) throw planCutsFrozen(midnightAfter(now));
  return endsAt > now ? midnightFrom(endsAt) : midnightAfter(now);
}
