import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant, Nullable, Utc } from '@chuanliu/contracts/shapes';

export const Owner = Closed({ kind: Type.Union([Type.Literal('brand'), Type.Literal('promoter')]), id: Id });

export const AssignAccount = Closed({ owner: Owner, effectiveFrom: Type.Optional(Instant) });
export type AssignAccount = Static<typeof AssignAccount>;

/** Who owns the account now (null while nobody does yet), and everyone who has or will. */
export const AccountAnswer = Closed({
  id: Id,
  owner: Nullable(Owner),
  versions: Type.Array(Closed({ effectiveFrom: Utc, owner: Owner })),
  updatedAt: Utc,
});
export type AccountAnswer = Static<typeof AccountAnswer>;
