import { Type, type Static } from '@sinclair/typebox';
import { Bps, Closed, Id, Instant, Score } from '@chuanliu/contracts/shapes';
import { PlanRow } from '../list-plans/plan-row';

const NamedPromoter = Closed({
  promoterId: Id,
  commissionBps: Bps(9000),
  assistBps: Type.Optional(Bps(5000)),
  minReputation: Type.Optional({ ...Score, description: 'The least reputation of the promoter who may pick' }),
  agencyId: Type.Optional({ ...Id, description: 'The agency that the promoter must be with to pick' }),
});

/** Writes a version of the plan with each promoter named; others stay as they are. All of them are written, or none. */
export const PlanWithPromoters = Closed({
  promoters: Type.Array(NamedPromoter, { minItems: 1, maxItems: 500 }),
  effectiveFrom: Type.Optional(Instant),
});
export type PlanWithPromoters = Static<typeof PlanWithPromoters>;

/** The plans with the promoters who were named, as they are now. */
export const WrittenPlans = Closed({ plans: Type.Array(PlanRow) });

export const EndPlan = Closed({
  at: Type.Optional({ ...Instant, description: 'When it ends; an instant in the past is the operator’s alone' }),
});
