import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant } from '@chuanliu/contracts/shapes';
import { SuspensionShape } from '../list-parties/party-shapes';

/** Written again under its id, only `to` may differ, and left out it is open. */
export const SuspendParty = Closed({
  from: Instant,
  to: Type.Optional(Instant),
  reason: Type.String({ minLength: 1, maxLength: 500 }),
});
export type SuspendParty = Static<typeof SuspendParty>;

export const SuspensionAnswer = Closed({
  party: Closed({ kind: Type.Union([Type.Literal('promoter'), Type.Literal('brand')]), id: Id }),
  ...SuspensionShape.properties,
});
export type SuspensionAnswer = Static<typeof SuspensionAnswer>;
