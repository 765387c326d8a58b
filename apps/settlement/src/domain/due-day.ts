import { businessDayOf, dayAfter, type BusinessDate } from '@chuanliu/contracts/instants';
import { valueInForce, type Version } from '@chuanliu/dated-facts/versions';

/** How many days an order is held after its receipt, from a shop score on. */
export interface HoldTier {
  /** Hundredths of a point. */
  minShopScore: number;
  holdDays: number;
}

/** Shop score of a brand for which none was ever set, in hundredths. */
export const DEFAULT_SHOP_SCORE = 450;

/** Kuaishou's published tiers. */
export const DEFAULT_TIERS: readonly HoldTier[] = [
  { minShopScore: 460, holdDays: 7 },
  { minShopScore: 400, holdDays: 15 },
  { minShopScore: 0, holdDays: 20 },
];

export interface ShopScore extends Version {
  shopScore?: number;
}
export interface SettlementPolicy extends Version {
  tiers?: readonly HoldTier[];
}

/**
 * The business day whose run settles an order: so many days after the day of its receipt as the brand's score at the
 * receipt, and the policy in force then, demand.
 */
export function dueDay(
  receivedAt: string,
  scores: readonly ShopScore[],
  policies: readonly SettlementPolicy[],
): BusinessDate {
  const score = valueInForce(scores, 'shopScore', receivedAt, DEFAULT_SHOP_SCORE);
  const tiers = valueInForce(policies, 'tiers', receivedAt, DEFAULT_TIERS);
  return dayAfter(businessDayOf(receivedAt), holdDays(score, tiers));
}

/** A score below every tier is held longest: no brand is paid sooner than those above it. */
function holdDays(score: number, tiers: readonly HoldTier[]): number {
  let best: HoldTier | undefined;
  for (const tier of tiers) {
    if (tier.minShopScore <= score && (!best || tier.minShopScore > best.minShopScore)) best = tier;
  }
  return best?.holdDays ?? Math.max(...tiers.map(tier => tier.holdDays));
}
