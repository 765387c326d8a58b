import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { PlanVersion, PromoterPlanKind } from '../domain/plan';
import { versionOf, type Read, type VersionRow } from './version-row';

interface PromoterPlanRow extends VersionRow {
  kind: PromoterPlanKind;
  subject_id: string;
  promoter_id: string;
  agency_id: string | null;
  ended: number;
}

const PROMOTER_PLANS = `SELECT kind, subject_id, promoter_id, effective_from, version_no, commission_bps, assist_bps,
  min_reputation, agency_id, ended, told_at, rate_lock_days, imported FROM promoter_plan_version`;

/** The series of one plan with one promoter. */
export interface PromoterPlan {
  kind: PromoterPlanKind;
  /** The product, or the brand of a shop-directed plan. */
  subjectId: string;
  promoterId: string;
  versions: PlanVersion[];
}

/** All plans of these kinds that these subjects have with these promoters (all promoters unless told). */
export async function promoterPlansOf(
  read: Read,
  kinds: readonly PromoterPlanKind[],
  subjectIds: readonly string[],
  promoterIds?: readonly string[],
): Promise<PromoterPlan[]> {
  if (kinds.length === 0 || subjectIds.length === 0 || promoterIds?.length === 0) return [];
  const rows = await read<PromoterPlanRow>(
    `${PROMOTER_PLANS} WHERE kind IN (?) AND subject_id IN (?) ${promoterIds ? 'AND promoter_id IN (?)' : ''}
     ORDER BY kind, subject_id, promoter_id, effective_from`,
    [kinds, subjectIds, ...(promoterIds ? [promoterIds] : [])],
  );
  return inSeries(rows);
}

/**
 * The plans that bear on what these products offer one promoter: those with the promoter for the products and for their
 * brands, and those that make a product exclusive to anybody. Each branch reads along the primary key.
 */
export async function plansBearingOn(
  read: Read,
  products: ReadonlyArray<{ productId: string; brandId: string }>,
  promoterId: string,
): Promise<PromoterPlan[]> {
  if (products.length === 0) return [];
  const productIds = products.map(({ productId }) => productId);
  const brandIds = [...new Set(products.map(({ brandId }) => brandId))];
  const rows = await read<PromoterPlanRow>(
    `${PROMOTER_PLANS} WHERE kind = 'exclusive' AND subject_id IN (?)
     UNION ALL ${PROMOTER_PLANS} WHERE kind = 'directed' AND subject_id IN (?) AND promoter_id = ?
     UNION ALL ${PROMOTER_PLANS} WHERE kind = 'shop-directed' AND subject_id IN (?) AND promoter_id = ?
     ORDER BY kind, subject_id, promoter_id, effective_from`,
    [productIds, productIds, promoterId, brandIds, promoterId],
  );
  return inSeries(rows);
}

/** All plans that one promoter has with anybody. */
export async function allPlansWith(read: Read, promoterId: string): Promise<PromoterPlan[]> {
  const sql = `${PROMOTER_PLANS} WHERE promoter_id = ? ORDER BY kind, subject_id, promoter_id, effective_from`;
  return inSeries(await read<PromoterPlanRow>(sql, [promoterId]));
}

function inSeries(rows: readonly PromoterPlanRow[]): PromoterPlan[] {
  const plans: PromoterPlan[] = [];
  for (const row of rows) {
    const { kind, subject_id: subjectId, promoter_id: promoterId } = row;
    let plan = plans.at(-1);
    if (plan?.kind !== kind || plan.subjectId !== subjectId || plan.promoterId !== promoterId) {
      plan = { kind, subjectId, promoterId, versions: [] };
      plans.push(plan);
    }
    const version = versionOf(row);
    if (row.agency_id !== null) version.agencyId = row.agency_id;
    if (row.ended) version.ended = true;
    plan.versions.push(version);
  }
  return plans;
}

/** Adds versions of plans with promoters. The promoters' rows are held, and the product's, unless it is a whole shop. */
export async function addPromoterPlanVersions(
  tx: Tx,
  plan: Pick<PromoterPlan, 'kind' | 'subjectId'>,
  versions: ReadonlyArray<{ promoterId: string; version: PlanVersion }>,
): Promise<void> {
  const columns = [
    ...['kind', 'subject_id', 'promoter_id', 'effective_from', 'version_no', 'commission_bps', 'assist_bps'],
    ...['min_reputation', 'agency_id', 'ended', 'told_at', 'rate_lock_days', 'imported'],
  ];
  const rows = versions.map(({ promoterId, version }) => [
    ...[plan.kind, plan.subjectId, promoterId, toColumn(version.effectiveFrom), version.no],
    ...[version.commissionBps ?? null, version.assistBps ?? null, version.minReputation ?? null],
    ...[version.agencyId ?? null, version.ended ?? false, toColumn(version.told), version.rateLockDays],
    version.imported,
  ]);
  await insertRows(tx, 'promoter_plan_version', columns, rows);
}
