import type { UtcInstant } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { PlanVersion } from '../domain/plan';
import { noteChanges } from './product-changes';
import { versionOf, type Read, type VersionRow } from './version-row';

/** The versions of these products' open plans, earliest first, by product. */
export async function openPlansOf(read: Read, productIds: readonly string[]): Promise<Map<string, PlanVersion[]>> {
  const found = new Map<string, PlanVersion[]>(productIds.map(id => [id, []]));
  if (productIds.length === 0) return found;
  const rows = await read<VersionRow & { product_id: string }>(
    `SELECT product_id, effective_from, 0 AS version_no, commission_bps, assist_bps, min_reputation,
       written_at AS told_at, rate_lock_days, imported
     FROM open_plan_version WHERE product_id IN (?) ORDER BY product_id, effective_from`,
    [productIds],
  );
  for (const row of rows) found.get(row.product_id)!.push(versionOf(row));
  return found;
}

/** Whether no open plan holds of a row's product, as of an instant. */
export const withoutOpenPlan = (row: string): string => `NOT EXISTS (SELECT 1 FROM open_plan_version o
  WHERE o.product_id = ${row}.product_id AND o.effective_from <= ? AND o.commission_bps IS NOT NULL)`;

/** Products whose open plan changes by itself in (after, until]. */
export async function openPlansChanging(read: Read, after: UtcInstant, until: UtcInstant): Promise<string[]> {
  const rows = await read<{ product_id: string }>(
    'SELECT DISTINCT product_id FROM open_plan_version WHERE effective_from > ? AND effective_from <= ?',
    [toColumn(after), toColumn(until)],
  );
  return rows.map(row => row.product_id);
}

/** As openPlansOf, of one product. */
export async function openPlanOf(read: Read, productId: string): Promise<PlanVersion[]> {
  return (await openPlansOf(read, [productId])).get(productId)!;
}

/**
 * Adds versions, and makes it due to announce the picks that they concern. The products' rows are held.
 * @returns how many products have picks to announce
 */
export async function addOpenPlanVersions(
  tx: Tx,
  versions: ReadonlyArray<{ productId: string; version: PlanVersion }>,
): Promise<number> {
  if (versions.length === 0) return 0;
  const rows = versions.map(({ productId, version }) => [
    ...[productId, toColumn(version.effectiveFrom), version.commissionBps ?? null, version.assistBps ?? null],
    ...[version.minReputation ?? null, toColumn(version.told), version.rateLockDays, version.imported],
  ]);
  const columns = [
    ...['product_id', 'effective_from', 'commission_bps', 'assist_bps', 'min_reputation', 'written_at'],
    ...['rate_lock_days', 'imported'],
  ];
  await insertRows(tx, 'open_plan_version', columns, rows);
  const productIds = versions.map(({ productId }) => productId);
  await noteChanges(tx, productIds);
  // Announcing that is under way begins anew: some of it may have been said of the versions before.
  const { affectedRows } = await tx.execute(
    `INSERT INTO due_product (product_id, after_pick_id)
     SELECT DISTINCT product_id, '' FROM pick WHERE product_id IN (?)
     ON DUPLICATE KEY UPDATE after_pick_id = ''`,
    [productIds],
  );
  return affectedRows;
}

/** The least and the greatest open commission of a brand's products at an instant; −1 where there is none. */
export async function openRateRangeOf(
  read: Read,
  brandId: string,
  at: UtcInstant,
): Promise<{ least: number; greatest: number }> {
  const [row] = await read<{ least: number; greatest: number }>(
    `SELECT COALESCE(MIN(rate), -1) AS least, COALESCE(MAX(rate), -1) AS greatest FROM (
       SELECT COALESCE((SELECT v.commission_bps FROM open_plan_version v
         WHERE v.product_id = p.product_id AND v.effective_from <= ? AND v.commission_bps IS NOT NULL
         ORDER BY v.effective_from DESC LIMIT 1), -1) AS rate
       FROM product p WHERE p.brand_id = ? AND p.state <> 'removed') rates`,
    [toColumn(at), brandId],
  );
  return row!;
}
