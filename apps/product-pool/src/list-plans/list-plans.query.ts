import { Injectable } from '@nestjs/common';
import type { Caller } from '@chuanliu/auth/caller';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import type { PlanKind } from '../domain/plan';
import { activityPlansOf } from '../storage/activity-plans';
import { openPlanOf } from '../storage/open-plans';
import { readProduct } from '../storage/products';
import { promoterPlansOf } from '../storage/promoter-plans';
import type { Read } from '../storage/version-row';
import { planRow, type PlanRow, type ShownPlan } from './plan-row';
import { requireOwnProduct } from './require-own-product';

/** The plans of products and brands, as their brands see them. */
@Injectable()
export class ListPlansQuery {
  private readonly read: Read;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.read = (sql, parameters) => this.database.read(sql, parameters);
  }

  /** @throws Problem `product-pool/no-such-product` (404), also for another brand's */
  async ofProduct(caller: Caller, productId: string, kinds: readonly PlanKind[]): Promise<PlanRow[]> {
    const product = requireOwnProduct(caller, productId, await readProduct(this.read, productId));
    const plans: ShownPlan[] = [];
    if (kinds.includes('open')) plans.push({ kind: 'open', versions: await openPlanOf(this.read, productId) });
    const named = (['directed', 'exclusive'] as const).filter(kind => kinds.includes(kind));
    plans.push(...(await promoterPlansOf(this.read, named, [productId])));
    if (kinds.includes('shop-directed')) {
      plans.push(...(await promoterPlansOf(this.read, ['shop-directed'], [product.brandId])));
    }
    const through = await activityPlansOf(this.read, [productId]);
    plans.push(...through.filter(({ kind }) => kinds.includes(kind)));
    return this.rows(plans);
  }

  async ofBrand(brandId: string): Promise<PlanRow[]> {
    return this.rows(await promoterPlansOf(this.read, ['shop-directed'], [brandId]));
  }

  private rows(plans: readonly ShownPlan[]): PlanRow[] {
    const now = this.clock.now();
    return plans.filter(({ versions }) => versions.length > 0).map(plan => planRow(plan, now));
  }
}
