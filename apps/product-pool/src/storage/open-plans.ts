import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { OpenPlanVersion } from '../domain/fold-terms';
import { noteChanges } from './product-changes';

interface VersionRow {
  product_id: string;
  effective_from: string;
  commission_bps: number | null;
  assist_bps: number | null;
  min_reputation: number | null;
}

type Read = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

/** The versions of these products' open plans, earliest first, by product. */
export async function openPlansOf(read: Read, productIds: readonly string[]): Promise<Map<string, OpenPlanVersion[]>> {
  const found = new Map<string, OpenPlanVersion[]>(productIds.map(id => [id, []]));
  if (productIds.length === 0) return found;
  const rows = await read<VersionRow>(
    `SELECT product_id, effective_from, commission_bps, assist_bps, min_reputation
     FROM open_plan_version WHERE product_id IN (?) ORDER BY product_id, effective_from`,
    [productIds],
  );
  for (const row of rows) found.get(row.product_id)!.push(versionOf(row));
  return found;
}

/** As openPlansOf, of one product. */
export async function openPlanOf(read: Read, productId: string): Promise<OpenPlanVersion[]> {
  return (await openPlansOf(read, [productId])).get(productId)!;
}

/**
 * Adds versions, and makes it due to announce the picks that they concern. The products' rows are held.
 * @returns how many products have picks to announce
 */
export async function addOpenPlanVersions(
  tx: Tx,
  versions: ReadonlyArray<{ productId: string; version: OpenPlanVersion }>,
  now: UtcInstant,
): Promise<number> {
  if (versions.length === 0) return 0;
  const rows = versions.map(({ productId, version }) => [
    ...[productId, toColumn(version.effectiveFrom)],
    ...[version.commissionBps ?? null, version.assistBps ?? null, version.minReputation ?? null, toColumn(now)],
  ]);
  const columns = ['product_id', 'effective_from', 'commission_bps', 'assist_bps', 'min_reputation', 'written_at'];
  await insertRows(tx, 'open_plan_version', columns, rows);
  await noteChanges(
    tx,
    versions.map(({ productId }) => productId),
  );
  // Announcing that is under way begins anew: some of it may have been said of the versions before.
  const { affectedRows } = await tx.execute(
    `INSERT INTO due_product (product_id, after_pick_id)
     SELECT DISTINCT product_id, '' FROM pick WHERE product_id IN (?)
     ON DUPLICATE KEY UPDATE after_pick_id = ''`,
    [versions.map(({ productId }) => productId)],
  );
  return affectedRows;
}

function versionOf(row: VersionRow): OpenPlanVersion {
  return {
    effectiveFrom: fromColumn(row.effective_from),
    ...(row.commission_bps === null ? {} : { commissionBps: row.commission_bps }),
    ...(row.assist_bps === null ? {} : { assistBps: row.assist_bps }),
    ...(row.min_reputation === null ? {} : { minReputation: row.min_reputation }),
  };
}
