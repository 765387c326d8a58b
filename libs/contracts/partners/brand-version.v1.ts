import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Bps, Closed, Id, Name, Score, Utc } from '../shapes';
import { topics } from '../topics';

/** How well a brand supplies its promoters (samples, stock, speed); `none` until an operator rates it. */
export const SupplyTier = Type.Union((['gold', 'silver', 'none'] as const).map(tier => Type.Literal(tier)));
export type SupplyTier = Static<typeof SupplyTier>;

/** One version of a brand's dated facts; a field left out keeps its value from the version before by effectiveFrom. */
export const brandVersion = defineEvent({
  stream: topics.partnerEvents.name,
  type: 'brand-version.v1',
  key: brand => brand.brandId,
  keyName: 'brandId',
  title: 'A version of what is known of a brand',
  data: Closed({
    brandId: Id,
    effectiveFrom: Utc,
    name: Type.Optional(Name),
    joinedAt: Type.Optional(Utc),
    techFeeBps: Type.Optional(Bps(1000)),
    shopScore: Type.Optional(Score),
    supplyTier: Type.Optional(SupplyTier),
  }),
});
