import { Type, type Static } from '@sinclair/typebox';
import { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import { Closed, Id, Instant, Name, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { LegalKind } from './party-shapes';

export const ListParties = listQuery({ updatedFrom: Type.Optional(Instant) });
export type ListParties = Static<typeof ListParties>;

export const PartiesKeyset = Closed({ id: Id });

/** One party of the directory; scores and fees stand where its kind has them. */
export const PartyRow = Closed({
  id: Id,
  name: Name,
  kind: Type.Optional(LegalKind),
  techFeeBps: Type.Optional(Type.Integer()),
  shopScore: Type.Optional(Type.Integer()),
  supplyTier: Type.Optional(SupplyTier),
  reputation: Type.Optional(Type.Integer()),
  updatedAt: Utc,
});
export type PartyRow = Static<typeof PartyRow>;
