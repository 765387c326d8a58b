import { Type, type Static } from '@sinclair/typebox';
import { Bps, Closed, Id, Instant, Nullable, Score, Utc } from '@chuanliu/contracts/shapes';
import { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';

/** The first version needs a commission; what a later one leaves out, the version before it says. */
export const PlanOpenly = Closed({
  commissionBps: Type.Optional(Bps(9000)),
  assistBps: Type.Optional(Bps(5000)),
  minReputation: Type.Optional({ ...Score, description: 'The least reputation of a promoter who may pick' }),
  effectiveFrom: Type.Optional(Instant),
});
export type PlanOpenly = Static<typeof PlanOpenly>;

/** What is in force now (null before there is any), the versions as they were written, and the terms that they make. */
export const PlanAnswer = Closed({
  productId: Id,
  plan: Type.Literal('open'),
  commissionBps: Nullable(Bps(9000)),
  assistBps: Bps(5000),
  minReputation: Score,
  effectiveFrom: Nullable(Utc),
  versions: Type.Array(
    Closed({
      effectiveFrom: Utc,
      commissionBps: Type.Optional(Bps(9000)),
      assistBps: Type.Optional(Bps(5000)),
      minReputation: Type.Optional(Score),
    }),
  ),
  terms: Type.Array(Terms),
});
export type PlanAnswer = Static<typeof PlanAnswer>;
