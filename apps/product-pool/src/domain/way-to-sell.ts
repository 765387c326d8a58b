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
  /** The promoter's pick through it, if they hold one. */
  holder?: Holder | undefined;
}

/**
 * What a promoter's sales are paid by at an instant: the plan in force, or for who holds a pick the one from before a cut
 * while its lock runs; null without any.
 * @param spans what the plans say of the promoter and the product, see composePlans, or what an activity's says
 * @param holder the pick that the promoter holds under them; null: none
 */
export function planPaying(spans: readonly PlanSpan[], holder: Holder | null, at: UtcInstant): Plan | null {
  if (!holder) return planAt(spans, at);
  return termsOverTime(spans, holder).findLast(({ from }) => from <= at)?.plan ?? null;
}

/**
 * The activity that brings a promoter the greatest commission; of equals the one whose id comes first. Where they hold a
 * pick, what it keeps counts: a rate that is locked, and the activity's terms also when it names them no more.
 * @param promoterId null: anybody, whom no activity names
 */
export function bestActivity(
  offers: readonly ActivityOffer[],
  promoterId: string | null,
  at: UtcInstant,
): WayToSell | null {
  let best: { plan: Plan; activityId: string } | null = null;
  for (const { activityId, kind, versions, holder } of offers) {
    const spans = foldPlan(kind, versions);
    const plan = holder ? planPaying(spans, holder, at) : planAt(spansFor(promoterId ?? '', spans), at);
    if (!plan) continue;
    const more = plan.commissionBps - (best?.plan.commissionBps ?? -1);
    if (!best || more > 0 || (more === 0 && activityId < best.activityId)) best = { plan, activityId };
  }
  return best;
}
