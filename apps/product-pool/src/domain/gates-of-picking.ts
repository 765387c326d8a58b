import { holdsAt, valueInForce, type Span, type Version } from '@chuanliu/dated-facts/versions';
import { planInForce, type OpenPlan, type OpenPlanVersion } from './fold-terms';
import type { Product } from './product';
import {
  noPlanInForce,
  notOnShelf,
  outOfStock,
  productScoreTooLow,
  promoterSuspended,
  reputationTooLow,
} from './product-pool.problems';

export interface ReputationVersion extends Version {
  reputation?: number;
}

/** What the gates read of a promoter. */
export interface Promoter {
  promoterId: string;
  versions: ReputationVersion[];
  suspensions: Span[];
}

export const DEFAULT_REPUTATION = 450;
export const DEFAULT_PRODUCT_SCORE = 450;
/** Products below this score cannot be picked. */
const POOL_FLOOR = 380;

/**
 * Whether a promoter may pick a product. Dated facts are read at the pick's beginning, the product as it is now.
 *
 * @param from the pick's beginning
 * @returns the plan that the pick is made under
 * @throws Problem: the first gate that is shut
 */
export function passGates(
  product: Product,
  plans: readonly OpenPlanVersion[],
  promoter: Promoter,
  from: string,
): OpenPlan {
  const { productId, state, stock } = product;
  if (state !== 'on-shelf') throw notOnShelf(productId, state);
  if (stock === 0) throw outOfStock(productId);
  const score = product.productScore ?? DEFAULT_PRODUCT_SCORE;
  if (score < POOL_FLOOR) throw productScoreTooLow(productId, score, POOL_FLOOR);
  const plan = planInForce(plans, from);
  if (!plan) throw noPlanInForce(productId, from);
  if (promoter.suspensions.some(span => holdsAt(span, from))) throw promoterSuspended(promoter.promoterId, from);
  const reputation = valueInForce(promoter.versions, 'reputation', from, DEFAULT_REPUTATION);
  if (reputation < plan.minReputation) {
    throw reputationTooLow(promoter.promoterId, reputation, plan.minReputation);
  }
  return plan;
}
