import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { PlanForPick } from '../domain/gates-of-picking';
import { foldPlan, planAt } from '../domain/plan';
import type { KnownPlans } from './known-plans';
import { promoterPlansOf, type PromoterPlan } from './promoter-plans';
import type { Read } from './version-row';

/**
 * What the plans say of a promoter who wants to pick at an instant.
 * @param exclusive to whom products are exclusive at that instant, by product
 */
export function planForPick(
  plans: KnownPlans,
  exclusive: ReadonlyMap<string, ReadonlySet<string>>,
  wanted: { promoterId: string; productId: string; activityId: string | null },
  at: UtcInstant,
): PlanForPick {
  const { promoterId, productId, activityId } = wanted;
  const holders = exclusive.get(productId);
  const spans = plans.spansOf(wanted);
  return {
    plan: planAt(spans, at),
    isExclusiveToOthers: holders !== undefined && !holders.has(promoterId),
    activity: activityId === null ? null : { activityId, isKnown: spans.length > 0 },
  };
}

/** To whom these products are exclusive at an instant; products that are exclusive to nobody are left out. */
export async function exclusivelyHeld(
  read: Read,
  productIds: readonly string[],
  at: UtcInstant,
): Promise<Map<string, Set<string>>> {
  return holdersOf(await promoterPlansOf(read, ['exclusive'], productIds), at);
}

/** As `exclusivelyHeld`, of plans that have been read: those of other kinds do not matter. */
export function holdersOf(plans: readonly PromoterPlan[], at: UtcInstant): Map<string, Set<string>> {
  const held = new Map<string, Set<string>>();
  for (const { kind, subjectId, promoterId, versions } of plans) {
    if (kind !== 'exclusive' || !planAt(foldPlan(kind, versions), at)) continue;
    const holders = held.get(subjectId) ?? new Set();
    held.set(subjectId, holders.add(promoterId));
  }
  return held;
}
