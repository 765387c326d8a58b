import { Type, type Static, type TObject } from '@sinclair/typebox';
import { PolicyFields, policyNames, type PolicyName } from '@chuanliu/contracts/partners/policy-version.v1';
import { Closed, Instant, Nullable, Utc } from '@chuanliu/contracts/shapes';

const bodyOf = (policy: PolicyName): TObject =>
  Closed({ ...PolicyFields[policy].properties, effectiveFrom: Type.Optional(Instant) });

/** What each policy's write may say. */
export const SetPolicy = Object.fromEntries(policyNames.map(name => [name, bodyOf(name)])) as Record<
  PolicyName,
  TObject
>;
export const AnyPolicy = Type.Union(Object.values(SetPolicy));

export const PolicyAnswer = Closed({
  policy: Type.Union(policyNames.map(name => Type.Literal(name))),
  inForce: Type.Record(Type.String(), Type.Unknown(), { description: 'Every field’s value now, defaults included' }),
  versions: Type.Array(Type.Object({ effectiveFrom: Utc }, { description: 'As they were written' })),
  updatedAt: Nullable(Utc),
});
export type PolicyAnswer = Static<typeof PolicyAnswer>;
