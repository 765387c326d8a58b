import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { PlanKind, PlanVersion } from '../domain/plan';
import { withoutOpenPlan } from './open-plans';
import { noteChanges } from './product-changes';
import { versionOf, type Read, type VersionRow } from './version-row';

interface ActivityPlanRow extends VersionRow {
  product_id: string;
  activity_id: string;
  kind: ActivityPlan['kind'];
  service_bps: number | null;
  second_service_bps: number | null;
  recruiter_id: string | null;
  second_recruiter_id: string | null;
  promoters: string | null;
  ends_at: string | null;
}

/** The series of one product in one activity. */
export interface ActivityPlan {
  kind: Extract<PlanKind, 'activity' | 'exclusive-activity'>;
  productId: string;
  activityId: string;
  versions: PlanVersion[];
}

/** All plans of these products in these activities (all activities unless told). */
export async function activityPlansOf(
  read: Read,
  productIds: readonly string[],
  activityIds?: readonly string[],
): Promise<ActivityPlan[]> {
  if (productIds.length === 0 || activityIds?.length === 0) return [];
  const rows = await read<ActivityPlanRow>(
    `SELECT product_id, activity_id, effective_from, version_no, kind, commission_bps, assist_bps, service_bps,
       second_service_bps, recruiter_id, second_recruiter_id, min_reputation, promoters, ends_at, told_at,
       rate_lock_days, imported
     FROM activity_plan_version WHERE product_id IN (?) ${activityIds ? 'AND activity_id IN (?)' : ''}
     ORDER BY product_id, activity_id, effective_from`,
    [productIds, ...(activityIds ? [activityIds] : [])],
  );
  const plans: ActivityPlan[] = [];
  for (const row of rows) {
    const { kind, product_id: productId, activity_id: activityId } = row;
    let plan = plans.at(-1);
    if (plan?.productId !== productId || plan.activityId !== activityId) {
      plan = { kind, productId, activityId, versions: [] };
      plans.push(plan);
    }
    plan.versions.push({
      ...versionOf(row),
      ...(row.service_bps === null ? {} : { serviceBps: row.service_bps }),
      ...(row.second_service_bps === null ? {} : { secondServiceBps: row.second_service_bps }),
      ...(row.recruiter_id === null ? {} : { recruiterId: row.recruiter_id }),
      ...(row.second_recruiter_id === null ? {} : { secondRecruiterId: row.second_recruiter_id }),
      ...(row.promoters === null ? {} : { promoters: JSON.parse(row.promoters) as string[] }),
      ...(row.ends_at === null ? {} : { endsAt: fromColumn(row.ends_at) }),
    });
  }
  return plans;
}

/** Adds a version of a product's plan in an activity. The product's row is held. */
export async function addActivityPlanVersion(
  tx: Tx,
  { kind, productId, activityId }: Omit<ActivityPlan, 'versions'>,
  version: PlanVersion,
): Promise<void> {
  const columns = [
    ...['product_id', 'activity_id', 'effective_from', 'version_no', 'kind', 'commission_bps', 'assist_bps'],
    ...['service_bps', 'second_service_bps', 'recruiter_id', 'second_recruiter_id', 'min_reputation', 'promoters'],
    ...['ends_at', 'told_at', 'rate_lock_days', 'imported'],
  ];
  const { promoters } = version;
  const row = [
    ...[productId, activityId, toColumn(version.effectiveFrom), version.no, kind, version.commissionBps ?? null],
    ...[version.assistBps ?? null, version.serviceBps ?? null, version.secondServiceBps ?? null],
    ...[version.recruiterId ?? null, version.secondRecruiterId ?? null, version.minReputation ?? null],
    ...[promoters ? JSON.stringify(promoters) : null, toColumn(version.endsAt ?? null)],
    ...[toColumn(version.told), version.rateLockDays, version.imported],
  ];
  await insertRows(tx, 'activity_plan_version', columns, [row]);
  const named = (promoters ?? []).map(promoterId => [promoterId, productId, activityId]);
  await insertRows(tx, 'activity_promoter', ['promoter_id', 'product_id', 'activity_id'], named, { ignore: true });
  await noteChanges(tx, [productId]);
}

/** Products whose plans in activities change by themselves in (after, until]: one begins to hold, or comes to its end. */
export async function activityPlansChanging(read: Read, after: UtcInstant, until: UtcInstant): Promise<string[]> {
  const span = [toColumn(after), toColumn(until)];
  const rows = await read<{ product_id: string }>(
    `SELECT product_id FROM activity_plan_version WHERE effective_from > ? AND effective_from <= ?
     UNION SELECT product_id FROM activity_plan_version WHERE ends_at > ? AND ends_at <= ?`,
    [...span, ...span],
  );
  return rows.map(row => row.product_id);
}

/**
 * The products without an open plan that an activity may offer a promoter by name at an instant: one that is not known to
 * be over has named them. Whether it still does, its plan says.
 */
export async function productsOfferedByName(read: Read, promoterId: string, at: UtcInstant): Promise<string[]> {
  const rows = await read<{ id: string }>(
    `SELECT DISTINCT n.product_id AS id FROM activity_promoter n
     WHERE n.promoter_id = ? AND ${withoutOpenPlan('n')}
     AND EXISTS (SELECT 1 FROM activity_plan_version v
       WHERE v.product_id = n.product_id AND v.activity_id = n.activity_id AND (v.ends_at IS NULL OR v.ends_at > ?))`,
    [promoterId, toColumn(at), toColumn(at)],
  );
  return rows.map(({ id }) => id);
}
