import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { valueInForce, type Version } from '@chuanliu/dated-facts/versions';
import { Database } from '@chuanliu/database/database';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { portionOf } from '@chuanliu/money/basis-points';
import { fen } from '@chuanliu/money/fen';
import { Problem } from '@chuanliu/problems/problem';
import { contractInForce, passGates, PoolFloor } from '../domain/gates-of-picking';
import { openSurfaces, passSurfaces } from '../domain/surfaces';
import { foldPlan, planAt, rateAt, termsFrom, type Plan, type PlanKind } from '../domain/plan';
import { KnownParties } from '../storage/known-parties';
import { readPlansFor } from '../storage/known-plans';
import { openPlansOf } from '../storage/open-plans';
import { holdersOf } from '../storage/plan-for-pick';
import { allSourcePolicies } from '../storage/source-policies';
import { productsByIds, type StoredProduct } from '../storage/products';
import { allPlansWith } from '../storage/promoter-plans';
import type { Read } from '../storage/version-row';
import { SharedReading } from './shared-reading';

/** What a product offers a promoter who would pick it now. */
export interface Offer {
  /** The plan that the pick would be made under; null: none. */
  plan: PlanKind | null;
  terms: Terms | null;
  /** What the promoter would keep of one unit at the pool's price, in fen; null without a plan. */
  earnFen: number | null;
  /** The last part of the problem type of the first gate that is shut; null when the promoter may pick. */
  refusedBecause: string | null;
}

/** The plans that were made with one promoter and are in force, by product and by brand. */
export interface PersonalRates {
  products: Map<string, { plan: PlanKind; commissionBps: number }>;
  brands: Map<string, { plan: 'shop-directed'; commissionBps: number }>;
}

/** What the pool offers to a promoter: reads for search and lists, outside of any transaction. */
@Injectable()
export class OffersTo {
  private readonly read: Read;
  /** What sources and the platform hold against everybody: estimates and reasons may be of a second ago, picks never. */
  private readonly policies = new SharedReading(() => allSourcePolicies(this.read));
  private readonly fees = new SharedReading(() => this.promotionFees());

  constructor(
    private readonly database: Database,
    private readonly parties: KnownParties,
    private readonly floor: PoolFloor,
  ) {
    this.read = (sql, parameters) => this.database.read(sql, parameters);
  }

  /** Of a product an exclusive plan beats a directed one; a brand's plan is beaten by both, and beats the open one. */
  async personalRates(promoterId: string, at: UtcInstant): Promise<PersonalRates> {
    const rates: PersonalRates = { products: new Map(), brands: new Map() };
    for (const { kind, subjectId, versions } of await allPlansWith(this.read, promoterId)) {
      const plan = planAt(foldPlan(kind, versions), at);
      if (!plan) continue;
      const { commissionBps } = plan;
      if (kind === 'shop-directed') rates.brands.set(subjectId, { plan: kind, commissionBps });
      else if (rates.products.get(subjectId)?.plan !== 'exclusive')
        rates.products.set(subjectId, { plan: kind, commissionBps });
    }
    return rates;
  }

  /** The open commission of each product at an instant; null where it has no open plan then. */
  async openRates(productIds: readonly string[], at: UtcInstant): Promise<Map<string, number | null>> {
    const plans = await openPlansOf(this.read, productIds);
    return new Map(
      [...plans].map(([id, versions]) => {
        const rate = rateAt(foldPlan('open', versions), at);
        return [id, rate < 0 ? null : rate];
      }),
    );
  }

  /** Products whose open plan changes in (after, until]: what an index of rates has to look at as time passes. */
  async nextRateChanges(after: UtcInstant, until: UtcInstant): Promise<string[]> {
    const rows = await this.read<{ product_id: string }>(
      'SELECT DISTINCT product_id FROM open_plan_version WHERE effective_from > ? AND effective_from <= ?',
      [toColumn(after), toColumn(until)],
    );
    return rows.map(row => row.product_id);
  }

  /**
   * What each of a page's products offers the promoter, with the gates that picking has; products that do not exist are
   * left out. A few statements for all of them.
   */
  async offers(promoterId: string, productIds: readonly string[], at: UtcInstant): Promise<Map<string, Offer>> {
    return this.offersOf(promoterId, await productsByIds(this.read, productIds), at);
  }

  /** As `offers`, of products that have just been read. */
  async offersOf(promoterId: string, products: readonly StoredProduct[], at: UtcInstant): Promise<Map<string, Offer>> {
    if (products.length === 0) return new Map();
    const [{ plans, withPromoters }, promoter, policies, fees] = await Promise.all([
      readPlansFor(this.read, products, promoterId),
      this.parties.promoter(promoterId),
      this.policies.get(),
      this.fees.get(),
    ]);
    const exclusive = holdersOf(withPromoters, at);
    const promotionFeeBps = valueInForce(fees, 'promotionFeeBps', at, 0);
    const agencyBps = contractInForce(promoter.contracts, at)?.agencyBps ?? 0;
    return new Map(
      products.map(product => {
        const plan = planAt(plans.spansOf({ productId: product.productId, promoterId, activityId: null }), at);
        const holders = exclusive.get(product.productId);
        const isExclusiveToOthers = holders !== undefined && !holders.has(promoterId);
        const refusedBecause = refusalOf(() => {
          passGates(product, { plan, isExclusiveToOthers, activity: null }, promoter, at, this.floor);
          passSurfaces(product, undefined, openSurfaces(policies.get(product.source) ?? [], at));
        });
        const earnFen = plan && earned(product.priceFen, plan, promotionFeeBps, agencyBps);
        const terms = plan && termsFrom(at, plan);
        return [product.productId, { plan: plan?.kind ?? null, terms, earnFen, refusedBecause }];
      }),
    );
  }

  private async promotionFees(): Promise<FeeVersion[]> {
    const rows = await this.read<{ effective_from: string; promotion_fee_bps: number }>(
      'SELECT effective_from, promotion_fee_bps FROM promotion_fee',
      [],
    );
    return rows.map(row => ({
      effectiveFrom: fromColumn(row.effective_from),
      promotionFeeBps: row.promotion_fee_bps,
    }));
  }
}

interface FeeVersion extends Version {
  promotionFeeBps: number;
}

/** The commission of one unit, less the platform's fee on it and the agency's part, each floored as in a sale's split. */
function earned(priceFen: number, plan: Plan, promotionFeeBps: number, agencyBps: number): number {
  const commission = portionOf(fen(priceFen), plan.commissionBps);
  const afterFee = fen(commission - portionOf(commission, promotionFeeBps));
  return afterFee - portionOf(afterFee, agencyBps);
}

function refusalOf(passing: () => unknown): string | null {
  try {
    passing();
    return null;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.type.slice(problem.type.lastIndexOf('/') + 1);
  }
}
