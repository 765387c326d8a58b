import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Name } from '@chuanliu/contracts/shapes';
import { PayeeShape } from '../list-parties/party-shapes';

export const KeepPayee = Closed({
  payeeName: Name,
  bankAccount: Type.String({ minLength: 1, maxLength: 64 }),
  verified: Type.Boolean(),
});
export type KeepPayee = Static<typeof KeepPayee>;

export const PayeeAnswer = Closed({ party: Closed({ kind: Type.String(), id: Id }), ...PayeeShape.properties });
export type PayeeAnswer = Static<typeof PayeeAnswer>;
