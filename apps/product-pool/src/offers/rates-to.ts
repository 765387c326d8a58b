import { Injectable } from '@nestjs/common';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { foldPlan, planAt, rateAt } from '../domain/plan';
import { activityPlansChanging, productsOfferedByName } from '../storage/activity-plans';
import { openPlansChanging, openPlansOf } from '../storage/open-plans';
import { productsKeptThroughActivities, productsWithLocksPossible } from '../storage/picks';
import { withBrands } from '../storage/products';
import { allPlansWith } from '../storage/promoter-plans';
import type { Read } from '../storage/version-row';
import { bestActivitiesOf, readWaysToSell } from './ways-to-sell';

/** What one promoter gets otherwise than anybody, by product and by brand. */
export interface PersonalRates {
  products: Map<string, { commissionBps: number }>;
  /** By plans for whole shops: of all their products that are not named above. */
  brands: Map<string, { commissionBps: number }>;
}

/** After a cut of everything a promoter may have ten thousand locks: in steps, less is held in memory at once. */
const PRODUCTS_A_STEP = 2_000;

/** The rates that search orders and filters by: anybody's, and what one promoter has in place of them. */
@Injectable()
export class RatesTo {
  private readonly read: Read;

  constructor(database: Database) {
    this.read = (sql, parameters) => database.read(sql, parameters);
  }

  /**
   * What a promoter gets by plans that name them, by locks of their picks and in activities that name them, where that
   * may differ from what anybody gets. Of a product an exclusive plan beats a directed one; a brand's is beaten by both.
   */
  async personalRates(promoterId: string, at: UtcInstant): Promise<PersonalRates> {
    const [plans, locked, kept, offered] = await Promise.all([
      allPlansWith(this.read, promoterId),
      productsWithLocksPossible(this.read, promoterId, at),
      productsKeptThroughActivities(this.read, promoterId, at),
      productsOfferedByName(this.read, promoterId, at),
    ]);
    const rates: PersonalRates = { products: new Map(), brands: new Map() };
    const exclusive = new Set<string>();
    for (const { kind, subjectId, versions } of plans) {
      const plan = planAt(foldPlan(kind, versions), at);
      if (!plan) continue;
      const { commissionBps } = plan;
      if (kind === 'exclusive') exclusive.add(subjectId);
      if (kind === 'shop-directed') rates.brands.set(subjectId, { commissionBps });
      else if (kind === 'exclusive' || !exclusive.has(subjectId)) rates.products.set(subjectId, { commissionBps });
    }
    for (const [productId, commissionBps] of await this.ratesOf(promoterId, [...locked, ...kept, ...offered], at)) {
      rates.products.set(productId, { commissionBps });
    }
    return rates;
  }

  /** What anybody gets of each product at an instant: the open rate, or else the best activity's; null without either. */
  async commonRates(productIds: readonly string[], at: UtcInstant): Promise<Map<string, number | null>> {
    const plans = await openPlansOf(this.read, productIds);
    const open = new Map([...plans].map(([id, versions]) => [id, rateAt(foldPlan('open', versions), at)]));
    const withoutPlan = productIds.filter(id => open.get(id)! < 0);
    const throughActivities = await bestActivitiesOf(this.read, withoutPlan, null, at);
    return new Map(
      [...open].map(([id, rate]) => [id, rate < 0 ? (throughActivities.get(id)?.plan?.commissionBps ?? null) : rate]),
    );
  }

  /** Products of which anybody's rate may change in (after, until]: what an index of rates looks at as time passes. */
  async nextRateChanges(after: UtcInstant, until: UtcInstant): Promise<string[]> {
    const [open, throughActivities] = await Promise.all([
      openPlansChanging(this.read, after, until),
      activityPlansChanging(this.read, after, until),
    ]);
    return [...new Set([...open, ...throughActivities])];
  }

  /** What a promoter gets of single products, looked at as closely as on a page. */
  private async ratesOf(promoterId: string, productIds: string[], at: UtcInstant): Promise<Array<[string, number]>> {
    const ids = [...new Set(productIds)];
    const rates: Array<[string, number]> = [];
    for (let start = 0; start < ids.length; start += PRODUCTS_A_STEP) {
      const products = await withBrands(this.read, ids.slice(start, start + PRODUCTS_A_STEP));
      const ways = await readWaysToSell(this.read, products, promoterId, at);
      for (const [productId, { plan }] of ways) if (plan) rates.push([productId, plan.commissionBps]);
    }
    return rates;
  }
}
