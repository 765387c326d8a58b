import type { Tx } from '@chuanliu/database/tx';
import { insertRows, takeNew } from '@chuanliu/database/insert-rows';

/**
 * Notes that these products changed in something that search shows. The storage functions that write such things call
 * it themselves, so that no use case can forget it.
 */
export async function noteChanges(tx: Tx, productIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(productIds)].sort(); // Two transactions that touch the same rows touch them in one order.
  if (ids.length === 0) return;
  // The database's clock: instances compare these instants, and their own clocks may differ.
  const [{ now }] = (await tx.query<{ now: string }>('SELECT UTC_TIMESTAMP(3) AS now')) as [{ now: string }];
  const rows = ids.map(id => [id, now]);
  await insertRows(tx, 'product_change', ['product_id', 'changed_at'], rows, { onDuplicate: takeNew('changed_at') });
}

/** As noteChanges, for all products of these brands. */
export async function noteChangesOfBrands(tx: Tx, brandIds: readonly string[]): Promise<void> {
  if (brandIds.length === 0) return;
  await tx.execute(
    `INSERT INTO product_change (product_id, changed_at)
     SELECT product_id, UTC_TIMESTAMP(3) FROM product WHERE brand_id IN (?) ORDER BY product_id
     ON DUPLICATE KEY UPDATE changed_at = VALUES(changed_at)`,
    [brandIds],
  );
}
