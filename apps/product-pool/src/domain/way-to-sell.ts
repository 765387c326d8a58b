import type { UtcInstant } from '@chuanliu/contracts/instants';
import { foldPlan, planAt, spansFor, type Plan, type PlanKind, type PlanSpan, type PlanVersion } from './plan';
import { termsOverTime, type Holder } from './terms-of-pick';

/** How a promoter sells a product, or would on picking it: under a plan, and through which activity, if through one. */
export interface WayToSell {
  plan: Plan | null;
  activityId: string | null;
}

/** What one activity offers of a product. */
export interface ActivityOffer {
  activityId: string;
  kind: Extract<PlanKind, 'activity' | 'exclusive-activity'>;
  versions: readonly PlanVersion[];
}

/**
 * What a promoter's sales are paid by at an instant without an activity: the plan in force, or for who holds a pick the
 * one from before a cut while its lock runs; null without any.
 * @param composed what the plans say of the promoter and the product, see composePlans
 * @param holder the pick that the promoter holds, without an activity; null: none
 */
export function planWithoutActivity(composed: readonly PlanSpan[], holder: Holder | null, at: UtcInstant): Plan | null {
  if (!holder) return planAt(composed, at);
  return termsOverTime(composed, holder).findLast(({ from }) => from <= at)?.plan ?? null;
}

/**
 * The activity that brings a promoter the greatest commission; of equals the one whose id comes first.
 * @param promoterId null: anybody, whom no activity names
 */
export function bestActivity(
  offers: readonly ActivityOffer[],
  promoterId: string | null,
  at: UtcInstant,
): WayToSell | null {
  let best: { plan: Plan; activityId: string } | null = null;
  for (const { activityId, kind, versions } of offers) {
    const plan = planAt(spansFor(promoterId ?? '', foldPlan(kind, versions)), at);
    if (!plan) continue;
    const more = plan.commissionBps - (best?.plan.commissionBps ?? -1);
    if (!best || more > 0 || (more === 0 && activityId < best.activityId)) best = { plan, activityId };
  }
  return best;
}
