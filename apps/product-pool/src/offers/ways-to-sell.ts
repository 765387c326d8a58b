import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Holder } from '../domain/terms-of-pick';
import { bestActivity, planPaying, type ActivityOffer, type WayToSell } from '../domain/way-to-sell';
import { activityPlansOf } from '../storage/activity-plans';
import { readPlansFor } from '../storage/known-plans';
import { heldPicksOf, placeOf } from '../storage/picks';
import { holdersOf } from '../storage/plan-for-pick';
import type { Read } from '../storage/version-row';

/**
 * How a promoter would sell each of these products at an instant: without an activity where any plan lets them, or by
 * what their pick keeps; else through the activity that brings them the most. A few statements for all of them.
 */
export async function readWaysToSell(
  read: Read,
  products: ReadonlyArray<{ productId: string; brandId: string }>,
  promoterId: string,
  at: UtcInstant,
): Promise<Map<string, WayToSell & { isExclusiveToOthers: boolean }>> {
  const productIds = products.map(({ productId }) => productId);
  const [{ plans, withPromoters }, held] = await Promise.all([
    readPlansFor(read, products, promoterId),
    heldPicksOf(read, promoterId, productIds, at),
  ]);
  const without = new Map(
    productIds.map(productId => {
      const composed = plans.spansOf({ productId, promoterId, activityId: null });
      return [productId, planPaying(composed, held.get(placeOf(productId, null)) ?? null, at)];
    }),
  );
  const throughActivities = await bestActivitiesOf(
    read,
    productIds.filter(productId => without.get(productId) === null),
    promoterId,
    at,
    held,
  );
  const exclusive = holdersOf(withPromoters, at);
  return new Map(
    productIds.map(productId => {
      const holders = exclusive.get(productId);
      const isExclusiveToOthers = holders !== undefined && !holders.has(promoterId);
      const way = throughActivities.get(productId) ?? { plan: without.get(productId) ?? null, activityId: null };
      return [productId, { isExclusiveToOthers, ...way }];
    }),
  );
}

/**
 * The best activity of each of these products that has one.
 * @param promoterId null: for anybody
 * @param held the promoter's picks, by `placeOf`
 */
export async function bestActivitiesOf(
  read: Read,
  productIds: readonly string[],
  promoterId: string | null,
  at: UtcInstant,
  held: ReadonlyMap<string, Holder> = new Map(),
): Promise<Map<string, WayToSell>> {
  const byProduct = new Map<string, ActivityOffer[]>();
  for (const { productId, ...plan } of await activityPlansOf(read, productIds)) {
    const offer = { holder: held.get(placeOf(productId, plan.activityId)), ...plan };
    byProduct.set(productId, [...(byProduct.get(productId) ?? []), offer]);
  }
  return new Map(
    [...byProduct].flatMap(([productId, offers]) => {
      const best = bestActivity(offers, promoterId, at);
      return best ? [[productId, best] as const] : [];
    }),
  );
}
