import { businessDayOf, startOfBusinessDay, type UtcInstant } from '@chuanliu/contracts/instants';
import { holdsAt, valueInForce } from '@chuanliu/dated-facts/versions';
import { DEFAULT_REPUTATION, type Promoter } from './gates-of-picking';
import type { Product, SampleRule } from './product';
import { notOnShelf, promoterSuspended, reputationTooLow } from './product-pool.problems';
import {
  sampleMonthIsFull,
  sampleNotOffered,
  sampleOverdueBlocks,
  samplesSuspended,
  tooFewSettledOrders,
} from './sample.problems';

/** How a promoter stands with samples at the instant of asking. */
export interface SampleStanding {
  overdueSampleIds: string[];
  suspendedUntil: UtcInstant | null;
  /** Counted no further than the product's rule asks. */
  settledOrders: number;
  /** Samples of the product in the calendar month of asking, over all promoters. */
  givenThisMonth: number;
}

/**
 * Whether a promoter may ask for a sample of a product. Who could not pick it for their reputation gets no sample either.
 *
 * @param minReputation the floor of the plan that is open to the promoter; 0 where none is
 * @throws Problem: the first gate that is shut
 */
export function passSampleGates(
  { productId, state, sampleRule }: Product,
  promoter: Promoter,
  minReputation: number,
  standing: SampleStanding,
  at: UtcInstant,
): SampleRule {
  const { promoterId } = promoter;
  if (state !== 'on-shelf') throw notOnShelf(productId, state);
  if (!sampleRule?.offered) throw sampleNotOffered(productId);
  if (promoter.suspensions.some(span => holdsAt(span, at))) throw promoterSuspended(promoterId, at);
  const reputation = valueInForce(promoter.versions, 'reputation', at, DEFAULT_REPUTATION);
  if (reputation < minReputation) throw reputationTooLow(promoterId, reputation, minReputation);
  if (standing.overdueSampleIds.length > 0) throw sampleOverdueBlocks(promoterId, standing.overdueSampleIds);
  if (standing.suspendedUntil !== null) throw samplesSuspended(promoterId, standing.suspendedUntil);
  const { minSettledOrders = 0, monthlyLimit } = sampleRule;
  if (standing.settledOrders < minSettledOrders) {
    throw tooFewSettledOrders(promoterId, standing.settledOrders, minSettledOrders);
  }
  if (monthlyLimit !== undefined && standing.givenThisMonth >= monthlyLimit) {
    throw sampleMonthIsFull(productId, monthOf(at), monthlyLimit);
  }
  return sampleRule;
}

/** The calendar month (Asia/Shanghai) in which an instant falls, `2026-11`. */
export const monthOf = (at: UtcInstant): string => businessDayOf(at).slice(0, 7);

/** The calendar month (Asia/Shanghai) in which an instant falls, as [from, to). */
export function spanOfMonth(at: UtcInstant): { from: UtcInstant; to: UtcInstant } {
  const [year, month] = monthOf(at).split('-').map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return { from: startOfBusinessDay(`${monthOf(at)}-01`), to: startOfBusinessDay(`${next}-01`) };
}
