import type { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { valueInForce, type Version } from '@chuanliu/dated-facts/versions';
import { fromColumn } from '@chuanliu/database/instant';

interface TierVersion extends Version {
  supplyTier: SupplyTier;
}

/** The supply tiers of these brands that are in force at an instant, by brand; `none` where nobody has rated them. */
export async function supplyTiersOf(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
  brandIds: readonly string[],
  at: UtcInstant,
): Promise<Map<string, SupplyTier>> {
  if (brandIds.length === 0) return new Map();
  const rows = await read<{ brand_id: string; effective_from: string; supply_tier: SupplyTier }>(
    'SELECT brand_id, effective_from, supply_tier FROM brand_tier WHERE brand_id IN (?)',
    [brandIds],
  );
  const versions = new Map<string, TierVersion[]>(brandIds.map(id => [id, []]));
  for (const row of rows) {
    versions.get(row.brand_id)!.push({ effectiveFrom: fromColumn(row.effective_from), supplyTier: row.supply_tier });
  }
  return new Map([...versions].map(([id, series]) => [id, valueInForce(series, 'supplyTier', at, 'none')]));
}
