import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { PlanKind, PlanVersion } from '../domain/plan';
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
}
