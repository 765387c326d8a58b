import { Type, type Static } from '@sinclair/typebox';
import { Bps, Closed, Id, Instant, Score } from '@chuanliu/contracts/shapes';

/** A product's rates in a recruiter's activity; what is left out stays as it is. */
export const PlanThroughActivity = Closed({
  activityId: Id,
  commissionBps: Bps(9000),
  serviceBps: Bps(4000),
  assistBps: Type.Optional(Bps(5000)),
  secondServiceBps: Type.Optional(Bps(4000)),
  recruiterId: Type.Optional(Id),
  secondRecruiterId: Type.Optional(Id),
  minReputation: Type.Optional(Score),
  effectiveFrom: Type.Optional(Instant),
  effectiveTo: Type.Optional({ ...Instant, description: 'The planned end' }),
});
export type PlanThroughActivity = Static<typeof PlanThroughActivity>;

/** An exclusive activity names its promoters, all of them with every write. */
export const PlanThroughExclusiveActivity = Closed({
  ...PlanThroughActivity.properties,
  promoters: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }),
});
export type PlanThroughExclusiveActivity = Static<typeof PlanThroughExclusiveActivity>;
