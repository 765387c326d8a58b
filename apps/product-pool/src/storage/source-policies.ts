import type { UtcInstant } from '@chuanliu/contracts/instants';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import { openSurfaces, type SourcePolicyVersion, type Surface } from '../domain/surfaces';

type Read = <T>(sql: string, parameters: unknown[]) => Promise<T[]>;

/** The versions of all sources' policies, earliest first, by source; a source that nobody has limited is left out. */
export async function allSourcePolicies(read: Read): Promise<Map<string, SourcePolicyVersion[]>> {
  const sql = 'SELECT source, effective_from, surfaces FROM source_policy_version ORDER BY source, effective_from';
  return bySource(await read<PolicyRow>(sql, []));
}

/** As allSourcePolicies, of these; none for a source that nobody has limited. */
export async function sourcePoliciesOf(
  read: Read,
  sources: readonly string[],
): Promise<Map<string, SourcePolicyVersion[]>> {
  if (sources.length === 0) return new Map();
  const rows = await read<PolicyRow>(
    `SELECT source, effective_from, surfaces FROM source_policy_version WHERE source IN (?)
     ORDER BY source, effective_from`,
    [sources],
  );
  const known = bySource(rows);
  return new Map(sources.map(source => [source, known.get(source) ?? []]));
}

/** As sourcePoliciesOf, of one. */
export async function sourcePolicyOf(read: Read, source: string): Promise<SourcePolicyVersion[]> {
  return (await sourcePoliciesOf(read, [source])).get(source)!;
}

/** Adds a version. One that another writer made at the same instant is a duplicate (see againAfterDuplicate). */
export async function addSourcePolicyVersion(
  tx: Tx,
  source: string,
  { effectiveFrom, ...surfaces }: SourcePolicyVersion,
  now: UtcInstant,
): Promise<void> {
  const row = [source, toColumn(effectiveFrom), JSON.stringify(surfaces), toColumn(now)];
  await insertRows(tx, 'source_policy_version', ['source', 'effective_from', 'surfaces', 'written_at'], [row]);
}

/** The sources whose products may not be sold on a surface at an instant. */
export async function sourcesBarredFrom(read: Read, surface: Surface, at: UtcInstant): Promise<string[]> {
  const policies = await allSourcePolicies(read);
  return [...policies].flatMap(([source, versions]) => (openSurfaces(versions, at).includes(surface) ? [] : [source]));
}

interface PolicyRow {
  source: string;
  effective_from: string;
  surfaces: string;
}

function bySource(rows: readonly PolicyRow[]): Map<string, SourcePolicyVersion[]> {
  const found = new Map<string, SourcePolicyVersion[]>();
  for (const row of rows) {
    const surfaces = JSON.parse(row.surfaces) as Partial<Record<Surface, boolean>>;
    const versions = found.get(row.source) ?? [];
    versions.push({ effectiveFrom: fromColumn(row.effective_from), ...surfaces });
    found.set(row.source, versions);
  }
  return found;
}
