import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn } from '@chuanliu/database/instant';
import { versionInForce, type Version } from '@chuanliu/dated-facts/versions';
import type { RiverPolicyVersion } from '../domain/river-policy';
import type { AttributionPolicyVersion } from '../domain/windows';
import type { Reader } from './reader';

/** All versions of a policy, each as it was written (sparse). */
export async function policyVersions<V extends Version>(reader: Reader, policy: string): Promise<V[]> {
  const rows = await reader.query<{ effective_from: string; fields: string }>(
    'SELECT effective_from, fields FROM policy_version WHERE policy = ?',
    [policy],
  );
  return rows.map(
    row => ({ ...(JSON.parse(row.fields) as object), effectiveFrom: fromColumn(row.effective_from) }) as V,
  );
}

export const riverPolicy = (reader: Reader): Promise<RiverPolicyVersion[]> => policyVersions(reader, 'river');

export const attributionPolicy = (reader: Reader): Promise<AttributionPolicyVersion[]> =>
  policyVersions(reader, 'attribution');

/**
 * The name of the attribution policy under which a sale was decided: `attribution/default` before any version,
 * else `attribution/{effectiveFrom}`.
 */
export function attributionPolicyName(versions: readonly Version[], orderedAt: UtcInstant): string {
  return `attribution/${versionInForce(versions, orderedAt)?.effectiveFrom ?? 'default'}`;
}
