import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { SupplyTier } from '@chuanliu/contracts/partners/brand-version.v1';
import { Bps, Closed, FenAmount, Id, Nullable, Score, Surface, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { guarantees } from '../domain/product';
import { SampleRule } from '../offer-product/product.dto';
import { poolSorts } from './pool-index';

const optional = <S extends TSchema>(schema: S) => Type.Optional(schema);
const Guarantee = Type.Union(guarantees.map(name => Type.Literal(name)));
const Belt = Type.String({ minLength: 1, maxLength: 64 });
const Rate = Bps(9_000);

export const SearchPool = listQuery({
  q: optional(
    Type.String({
      maxLength: 100,
      description:
        'Words, Chinese or English, or beginnings of words: all of them must stand in title, brand or category',
    }),
  ),
  category: optional({ ...Id, description: 'A category of any level: what is below it is found too' }),
  brandId: optional(Id),
  minCommissionBps: optional({ ...Rate, description: 'Of the rate that this promoter gets' }),
  maxCommissionBps: optional(Rate),
  minPriceFen: optional(FenAmount),
  maxPriceFen: optional(FenAmount),
  minScore: optional(Score),
  minSales30d: optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  tier: optional({ ...SupplyTier, description: 'Supply tier of the brand' }),
  belt: optional(Belt),
  guarantee: optional(Guarantee),
  source: optional(Id),
  surface: optional({ ...Surface, description: 'Only what may be sold on this surface' }),
  new: optional(Type.Literal(true, { description: 'Only what came to the shelf within thirty days, by whole hours' })),
  trending: optional(Type.Literal(true, { description: 'Only what sells twice as fast as in the weeks before' })),
  sort: optional(
    Type.Union(
      poolSorts.map(sort => Type.Literal(sort)),
      { description: 'Each descending. Unless told: for words, how many stand whole in the text; else 30-day sales' },
    ),
  ),
  facets: optional(Type.Boolean({ description: 'Count the whole view by its properties as well' })),
});
export type SearchPool = Static<typeof SearchPool>;

const PlanKind = Type.Union(
  (['open', 'shop-directed', 'directed', 'exclusive', 'activity', 'exclusive-activity'] as const).map(kind =>
    Type.Literal(kind),
  ),
);

/** A product as one promoter sees it. */
export const PoolRow = Closed({
  id: Id,
  productId: Id,
  title: Type.String(),
  brandId: Id,
  priceFen: FenAmount,
  commissionBps: Nullable({
    ...Rate,
    description: 'What this promoter gets, or as holder of a pick still gets; null without a plan',
  }),
  earnFen: Nullable({
    ...FenAmount,
    description: 'What one sale at the pool’s price would bring this promoter, an estimate',
  }),
  plan: Nullable(PlanKind),
  activityId: Nullable({
    ...Id,
    description:
      'Through which to pick it: the activity that pays this promoter most, where no plan lets them sell without one',
  }),
  refusedBecause: Nullable(
    Type.String({
      description: 'Why this promoter may not pick it now: the name of the first refusal, `out-of-stock`',
    }),
  ),
  score: Score,
  sales30d: Type.Integer({ minimum: 0 }),
  conversionBps: Nullable({
    ...Bps(),
    description: 'Sales by promoters per 10,000 clicks on short links in 30 days; null under 100 clicks',
  }),
  categoryId: Id,
  tier: SupplyTier,
  belt: Nullable(Belt),
  guarantees: Type.Array(Guarantee),
  source: Id,
  images: Type.Array(Type.String()),
  sampleRule: Nullable(SampleRule),
  isNew: Type.Boolean(),
  isTrending: Type.Boolean(),
  listedAt: Utc,
  updatedAt: Utc,
});
export type PoolRow = Static<typeof PoolRow>;

const Count = Type.Integer({ minimum: 0 });
const Counts = Type.Array(Closed({ value: Type.String(), count: Count }));

/** Each facet counts what the view would hold without its own filter; the most frequent value first, bands in order. */
const Facets = Closed({
  category: Type.Array(Closed({ value: Id, count: Count }), {
    description: 'Of every level: a category counts what is below it too',
  }),
  tier: Counts,
  belt: Counts,
  guarantee: Counts,
  source: Counts,
  price: Type.Array(Closed({ minPriceFen: FenAmount, maxPriceFen: Nullable(FenAmount), count: Count })),
  score: Type.Array(Closed({ minScore: Score, maxScore: Nullable(Score), count: Count })),
  new: { ...Count, description: 'What came to the shelf within thirty days' },
  trending: { ...Count, description: 'What sells twice as fast as in the weeks before' },
  commission: Type.Array(Closed({ minCommissionBps: Bps(), maxCommissionBps: Nullable(Bps()), count: Count }), {
    description: 'By the rate that this promoter gets, as its filter goes',
  }),
});

export const PoolAnswer = Closed({
  items: Type.Array(PoolRow),
  nextCursor: Nullable(Type.String()),
  facets: optional(Facets),
});
export type PoolAnswer = Static<typeof PoolAnswer>;

/** Where a page ended, in the order that it names. */
export const Position = Closed({
  sort: Type.Union([...poolSorts, 'relevance' as const].map(sort => Type.Literal(sort))),
  /** The instant of the first page: personal rates of the order are as they were then. */
  at: Utc,
  generation: Type.String({ maxLength: 1_500 }),
  first: Type.Number(),
  second: Type.Number(),
  productId: Id,
});
export type Position = Static<typeof Position>;
