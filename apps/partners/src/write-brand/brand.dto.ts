import { Type, type Static } from '@sinclair/typebox';
import { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import { Bps, Closed, Id, Instant, Name, Nullable, Score, Utc } from '@chuanliu/contracts/shapes';
import { PayeeShape, SuspensionShape } from '../list-parties/party-shapes';

/** Every field may be left out, but a first write needs a name. */
export const WriteBrand = Closed({
  name: Type.Optional(Name),
  joinedAt: Type.Optional(Instant),
  techFeeBps: Type.Optional(Bps(1000)),
  shopScore: Type.Optional(Score),
  supplyTier: Type.Optional(SupplyTier),
  effectiveFrom: Type.Optional(Instant),
});
export type WriteBrand = Static<typeof WriteBrand>;

/** The values in force now, and the versions that they come from. */
export const BrandAnswer = Closed({
  id: Id,
  name: Name,
  joinedAt: Nullable(Utc),
  techFeeBps: Bps(1000),
  shopScore: Score,
  supplyTier: SupplyTier,
  versions: Type.Array(
    Closed({
      effectiveFrom: Utc,
      name: Type.Optional(Name),
      joinedAt: Type.Optional(Utc),
      techFeeBps: Type.Optional(Bps(1000)),
      shopScore: Type.Optional(Score),
      supplyTier: Type.Optional(SupplyTier),
    }),
  ),
  suspensions: Type.Array(SuspensionShape),
  payee: Nullable(PayeeShape),
  updatedAt: Utc,
});
export type BrandAnswer = Static<typeof BrandAnswer>;
