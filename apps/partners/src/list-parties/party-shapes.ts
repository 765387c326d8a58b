import { Type } from '@sinclair/typebox';
import { IdType } from '@chuanliu/contracts/partners/payee-known.v1';
import { Bps, Closed, Id, Name, Nullable, Utc } from '@chuanliu/contracts/shapes';

/** Parts of answers that several kinds of parties share. */
export const SuspensionShape = Closed({ suspensionId: Id, from: Utc, to: Nullable(Utc), reason: Type.String() });

export const AgencyContractShape = Closed({ agencyId: Id, agencyBps: Bps(9000), from: Utc, to: Nullable(Utc) });

export const PayeeShape = Closed({
  payeeName: Name,
  bankAccount: Type.String({ description: '**** and the last four characters' }),
  verified: Type.Boolean(),
  idType: Type.Optional(IdType),
  idNumber: Type.Optional(Type.String({ description: '**** and the last four characters' })),
});

export const LegalKind = Type.Union([Type.Literal('person'), Type.Literal('company')]);
