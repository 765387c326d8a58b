import { Type, type Static } from '@sinclair/typebox';
import { IdType } from '@chuanliu/contracts/partners/payee-known.v1';
import { Closed, Id, Name } from '@chuanliu/contracts/shapes';
import { PayeeShape } from '../list-parties/party-shapes';

/** `idType` and `idNumber` come together: of persons, for tax reports. Left out, what is known of them stays. */
export const KeepPayee = Closed({
  payeeName: Name,
  bankAccount: Type.String({ minLength: 1, maxLength: 64 }),
  verified: Type.Boolean(),
  idType: Type.Optional(IdType),
  idNumber: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9()/-]{1,32}$' })),
});
export type KeepPayee = Static<typeof KeepPayee>;

export const PayeeAnswer = Closed({ party: Closed({ kind: Type.String(), id: Id }), ...PayeeShape.properties });
export type PayeeAnswer = Static<typeof PayeeAnswer>;
