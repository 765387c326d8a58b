import type { Tx } from '@chuanliu/database/tx';

/** Holds the promoters' rows until the transaction ends: before any product's, in the order of their ids. */
export async function lockPromoters(tx: Tx, promoterIds: readonly string[]): Promise<void> {
  await tx.query('SELECT promoter_id FROM promoter WHERE promoter_id IN (?) ORDER BY promoter_id FOR UPDATE', [
    [...promoterIds].sort(),
  ]);
}

/** Which of these promoters ever picked the product (any product of the brand). */
export async function holdersAmong(
  tx: Tx,
  of: { productId: string } | { brandId: string },
  promoterIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ promoter_id: string }>(
    'productId' in of
      ? 'SELECT DISTINCT promoter_id FROM pick WHERE product_id = ? AND promoter_id IN (?)'
      : `SELECT DISTINCT promoter_id FROM pick JOIN product ON product.product_id = pick.product_id
         WHERE product.brand_id = ? AND promoter_id IN (?)`,
    ['productId' in of ? of.productId : of.brandId, promoterIds],
  );
  return new Set(rows.map(row => row.promoter_id));
}
