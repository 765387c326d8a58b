import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Instant, Name, Nullable, Score, Sha256, Utc } from '@chuanliu/contracts/shapes';
import { AgencyContractShape, LegalKind, PayeeShape, SuspensionShape } from '../list-parties/party-shapes';

const BuyerKeys = Type.Array(Sha256, {
  maxItems: 1_000,
  description: 'Keys of the promoter’s own buyer ids, as the gateway makes them; they add up over all versions',
});

/** Every field may be left out, but a first write needs a name and a kind. */
export const WritePromoter = Closed({
  name: Type.Optional(Name),
  kind: Type.Optional(LegalKind),
  buyerKeys: Type.Optional(BuyerKeys),
  reputation: Type.Optional(Score),
  effectiveFrom: Type.Optional(Instant),
});
export type WritePromoter = Static<typeof WritePromoter>;

/** The values in force now, and the versions that they come from. */
export const PromoterAnswer = Closed({
  id: Id,
  name: Name,
  kind: LegalKind,
  reputation: Score,
  buyerKeys: Type.Array(Sha256),
  versions: Type.Array(
    Closed({
      effectiveFrom: Utc,
      name: Type.Optional(Name),
      kind: Type.Optional(LegalKind),
      buyerKeys: Type.Optional(BuyerKeys),
      reputation: Type.Optional(Score),
    }),
  ),
  agencyContracts: Type.Array(AgencyContractShape),
  suspensions: Type.Array(SuspensionShape),
  payee: Nullable(PayeeShape),
  updatedAt: Utc,
});
export type PromoterAnswer = Static<typeof PromoterAnswer>;
