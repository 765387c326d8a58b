import type { PolicyFieldsOf, PolicyName } from '@chuanliu/contracts/partners/policy-version.v1';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { Version } from '@chuanliu/dated-facts/versions';

/** The policies that settlement follows. */
export type FollowedPolicy = Extract<PolicyName, 'settlement' | 'newcomer'>;

export async function savePolicyVersions(
  tx: Tx,
  versions: ReadonlyArray<{ policy: FollowedPolicy; effectiveFrom: string; fields: object }>,
): Promise<void> {
  await insertRows(
    tx,
    'policy_version',
    ['policy', 'effective_from', 'fields'],
    versions.map(({ policy, effectiveFrom, fields }) => [policy, toColumn(effectiveFrom), JSON.stringify(fields)]),
    { ignore: true },
  );
}

/** Every version of a policy, sparse as it was written: read a field by valueInForce(). */
export async function versionsOfPolicy<P extends FollowedPolicy>(
  tx: Pick<Tx, 'query'>,
  policy: P,
): Promise<Array<Version & PolicyFieldsOf<P>>> {
  const rows = await tx.query<{ effective_from: string; fields: string }>(
    'SELECT effective_from, fields FROM policy_version WHERE policy = ?',
    [policy],
  );
  return rows.map(row => ({
    effectiveFrom: fromColumn(row.effective_from),
    ...(JSON.parse(row.fields) as PolicyFieldsOf<P>),
  }));
}
