import { holdsAt, valueInForce, type Span, type Version } from '@chuanliu/dated-facts/versions';
import type { Plan } from './plan';
import { agencyInConflict, exclusiveToOthers, notNamedInActivity } from './plan.problems';
import type { Product } from './product';
import {
  namedActivityUnknown,
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
  contracts: AgencyContract[];
}

/** The promoter works under an agency over the span. */
export interface AgencyContract extends Span {
  agencyId: string;
  agencyBps: number;
}

/** What the plans say of a promoter and a product at the pick's beginning. */
export interface PlanForPick {
  /** The plan in force for this promoter, through the activity if one is named. */
  plan: Plan | null;
  /** Somebody has an exclusive plan in force, and not this promoter. */
  isExclusiveToOthers: boolean;
  /** The activity that the pick is to come through, and whether it offers the product at all. */
  activity: { activityId: string; isKnown: boolean } | null;
}

export const DEFAULT_REPUTATION = 450;
export const DEFAULT_PRODUCT_SCORE = 450;

/** The score, in hundredths (0–500), below which a product cannot be picked. */
export class PoolFloor {
  constructor(readonly score = 380) {}
}

/**
 * Whether a promoter may pick a product. Dated facts are read at the pick's beginning, the product as it is now.
 *
 * @param from the pick's beginning
 * @param floor the pool's, as the service is set
 * @returns the plan that the pick is made under
 * @throws Problem: the first gate that is shut
 */
export function passGates(
  product: Product,
  { plan, ...planned }: PlanForPick,
  promoter: Promoter,
  from: string,
  floor: PoolFloor,
): Plan {
  const { productId, state, stock } = product;
  if (state !== 'on-shelf') throw notOnShelf(productId, state);
  if (stock === 0) throw outOfStock(productId);
  const score = product.productScore ?? DEFAULT_PRODUCT_SCORE;
  if (score < floor.score) throw productScoreTooLow(productId, score, floor.score);
  if (planned.activity && !planned.activity.isKnown) throw namedActivityUnknown(planned.activity.activityId);
  if (planned.isExclusiveToOthers) throw exclusiveToOthers(productId, from);
  if (!plan) throw noPlanInForce(productId, from);
  if (planned.activity && plan.promoters && !plan.promoters.includes(promoter.promoterId)) {
    throw notNamedInActivity(planned.activity.activityId, productId);
  }
  if (promoter.suspensions.some(span => holdsAt(span, from))) throw promoterSuspended(promoter.promoterId, from);
  const reputation = valueInForce(promoter.versions, 'reputation', from, DEFAULT_REPUTATION);
  if (reputation < plan.minReputation) {
    throw reputationTooLow(promoter.promoterId, reputation, plan.minReputation);
  }
  if (plan.agencyId !== null && contractInForce(promoter.contracts, from)?.agencyId !== plan.agencyId) {
    throw agencyInConflict(productId, plan.agencyId);
  }
  return plan;
}

/** Should two contracts overlap, the one that began later holds. */
export function contractInForce(contracts: readonly AgencyContract[], at: string): AgencyContract | undefined {
  return contracts
    .filter(contract => holdsAt(contract, at))
    .reduce<AgencyContract | undefined>((last, each) => (last && last.from >= each.from ? last : each), undefined);
}
