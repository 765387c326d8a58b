import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { valueInForce, type Version } from '@chuanliu/dated-facts/versions';
import { Database } from '@chuanliu/database/database';
import { fromColumn } from '@chuanliu/database/instant';
import { portionOf } from '@chuanliu/money/basis-points';
import { fen } from '@chuanliu/money/fen';
import { Problem } from '@chuanliu/problems/problem';
import { contractInForce, passGates, PoolFloor } from '../domain/gates-of-picking';
import { openSurfaces, passSurfaces } from '../domain/surfaces';
import { termsFrom, type Plan, type PlanKind } from '../domain/plan';
import { KnownParties } from '../storage/known-parties';
import { allSourcePolicies } from '../storage/source-policies';
import { productsByIds, type StoredProduct } from '../storage/products';
import type { Read } from '../storage/version-row';
import { SharedReading } from './shared-reading';
import { readWaysToSell } from './ways-to-sell';

/** What a product offers a promoter who would pick it now. */
export interface Offer {
  /** The plan that the promoter's sales are paid by, or would be on picking it; null: none. */
  plan: PlanKind | null;
  /** The activity that it is to be picked through; null: through none. */
  activityId: string | null;
  terms: Terms | null;
  /** What the promoter would keep of one unit at the pool's price, in fen; null without a plan. */
  earnFen: number | null;
  /** The last part of the problem type of the first gate that is shut; null when the promoter may pick. */
  refusedBecause: string | null;
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
    const [ways, promoter, policies, fees] = await Promise.all([
      readWaysToSell(this.read, products, promoterId, at),
      this.parties.promoter(promoterId),
      this.policies.get(),
      this.fees.get(),
    ]);
    const promotionFeeBps = valueInForce(fees, 'promotionFeeBps', at, 0);
    const agencyBps = contractInForce(promoter.contracts, at)?.agencyBps ?? 0;
    return new Map(
      products.map(product => {
        const { plan, activityId, isExclusiveToOthers } = ways.get(product.productId)!;
        const activity = activityId === null ? null : { activityId, isKnown: true };
        const refusedBecause = refusalOf(() => {
          passGates(product, { plan, isExclusiveToOthers, activity }, promoter, at, this.floor);
          passSurfaces(product, undefined, openSurfaces(policies.get(product.source) ?? [], at));
        });
        const earnFen = plan && earned(product.priceFen, plan, promotionFeeBps, agencyBps);
        const terms = plan && termsFrom(at, plan);
        return [product.productId, { plan: plan?.kind ?? null, activityId, terms, earnFen, refusedBecause }];
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
