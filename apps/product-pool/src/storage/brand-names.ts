import type { UtcInstant } from '@chuanliu/contracts/instants';
import { valueInForce, type Version } from '@chuanliu/dated-facts/versions';
import { fromColumn } from '@chuanliu/database/instant';

interface NameVersion extends Version {
  name: string;
}

/** The names of these brands that are in force at an instant, by brand; those without one are left out. */
export async function brandNamesOf(
  read: <T>(sql: string, parameters: unknown[]) => Promise<T[]>,
  brandIds: readonly string[],
  at: UtcInstant,
): Promise<Map<string, string>> {
  if (brandIds.length === 0) return new Map();
  const rows = await read<{ brand_id: string; effective_from: string; name: string }>(
    'SELECT brand_id, effective_from, name FROM brand_name WHERE brand_id IN (?)',
    [brandIds],
  );
  const versions = new Map<string, NameVersion[]>();
  for (const { brand_id, effective_from, name } of rows) {
    versions.set(brand_id, [...(versions.get(brand_id) ?? []), { effectiveFrom: fromColumn(effective_from), name }]);
  }
  const inForce = [...versions].map(([id, series]) => [id, valueInForce(series, 'name', at, '')] as const);
  return new Map(inForce.filter(([, name]) => name !== ''));
}
