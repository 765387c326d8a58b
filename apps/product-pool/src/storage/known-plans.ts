import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { composePlans, type PlansOfPromoter } from '../domain/compose-plans';
import { foldPlan, precedence, type PlanSpan, type PlanVersion } from '../domain/plan';
import { termsOfPick, type Holder } from '../domain/terms-of-pick';
import { activityPlansOf, type ActivityPlan } from './activity-plans';
import { openPlansOf } from './open-plans';
import { plansBearingOn, promoterPlansOf, type PromoterPlan } from './promoter-plans';
import type { Read } from './version-row';

/** What a pick's terms depend on. */
export interface PlannedPick extends Holder {
  promoterId: string;
  productId: string;
  activityId: string | null;
}

/** Everything that some picks' terms depend on, read once for all of them. */
export class KnownPlans {
  private readonly folded = new Map<string, PlanSpan[]>();

  constructor(
    private readonly brands: ReadonlyMap<string, string>,
    private readonly open: ReadonlyMap<string, readonly PlanVersion[]>,
    /** By kind, subject and promoter. */
    private readonly withPromoters: ReadonlyMap<string, readonly PlanVersion[]>,
    /** By product and activity. */
    private readonly inActivities: ReadonlyMap<string, ActivityPlan>,
  ) {}

  brandOf(productId: string): string | undefined {
    return this.brands.get(productId);
  }

  /** Without an activity: the versions of every plan that may bear on a promoter's terms of a product. */
  of(productId: string, promoterId: string): PlansOfPromoter {
    const own = (kind: string, subject: string) => this.withPromoters.get(`${kind} ${subject} ${promoterId}`) ?? [];
    return {
      exclusive: own('exclusive', productId),
      directed: own('directed', productId),
      'shop-directed': own('shop-directed', this.brands.get(productId) ?? ''),
      open: this.open.get(productId) ?? [],
    };
  }

  /** What holds for a promoter of a product over time, through the activity or without one. */
  spansOf({ productId, promoterId, activityId }: Omit<PlannedPick, 'from'>): PlanSpan[] {
    if (activityId !== null) {
      const plan = this.inActivities.get(`${productId} ${activityId}`);
      return plan ? this.once(`${productId} ${activityId}`, () => foldPlan(plan.kind, plan.versions)) : [];
    }
    const plans = this.of(productId, promoterId);
    const series = precedence.map(kind =>
      kind === 'open'
        ? this.once(`open ${productId}`, () => foldPlan('open', plans.open))
        : foldPlan(kind, plans[kind]),
    );
    return composePlans(series);
  }

  termsOf(pick: PlannedPick): Terms[] {
    return termsOfPick(this.spansOf(pick), pick);
  }

  /** A product may have ten thousand holders: what they share is folded once. */
  private once(name: string, fold: () => PlanSpan[]): PlanSpan[] {
    let spans = this.folded.get(name);
    if (!spans) this.folded.set(name, (spans = fold()));
    return spans;
  }
}

/** Reads the plans that bear on these picks: a few statements, however many picks. */
export async function readKnownPlans(read: Read, picks: ReadonlyArray<Omit<PlannedPick, 'from'>>): Promise<KnownPlans> {
  const productIds = distinct(picks.map(pick => pick.productId));
  if (productIds.length === 0) return new KnownPlans(new Map(), new Map(), new Map(), new Map());
  const promoterIds = distinct(picks.map(pick => pick.promoterId));
  const activityIds = distinct(picks.flatMap(({ activityId }) => (activityId === null ? [] : [activityId])));
  const rows = await read<{ product_id: string; brand_id: string }>(
    'SELECT product_id, brand_id FROM product WHERE product_id IN (?)',
    [productIds],
  );
  const brands = new Map(rows.map(row => [row.product_id, row.brand_id]));
  const withPromoters = [
    ...(await promoterPlansOf(read, ['directed', 'exclusive'], productIds, promoterIds)),
    ...(await promoterPlansOf(read, ['shop-directed'], distinct([...brands.values()]), promoterIds)),
  ];
  const activityPlans = await activityPlansOf(read, productIds, activityIds);
  const inActivities = new Map(activityPlans.map(plan => [`${plan.productId} ${plan.activityId}`, plan]));
  return new KnownPlans(brands, await openPlansOf(read, productIds), byName(withPromoters), inActivities);
}

/** The plans without an activity that bear on what some products offer one promoter, and all exclusive ones of them. */
export async function readPlansFor(
  read: Read,
  products: ReadonlyArray<{ productId: string; brandId: string }>,
  promoterId: string,
): Promise<{ plans: KnownPlans; withPromoters: PromoterPlan[] }> {
  const [open, withPromoters] = await Promise.all([
    openPlansOf(
      read,
      products.map(({ productId }) => productId),
    ),
    plansBearingOn(read, products, promoterId),
  ]);
  const brands = new Map(products.map(({ productId, brandId }) => [productId, brandId]));
  return { plans: new KnownPlans(brands, open, byName(withPromoters), new Map()), withPromoters };
}

const byName = (plans: readonly PromoterPlan[]): Map<string, readonly PlanVersion[]> =>
  new Map(plans.map(plan => [`${plan.kind} ${plan.subjectId} ${plan.promoterId}`, plan.versions]));

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
