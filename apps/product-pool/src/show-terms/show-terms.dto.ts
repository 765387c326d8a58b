import { Type, type Static } from '@sinclair/typebox';
import { Closed, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { reasons } from '../domain/terms-of-pick';
import { AnyPlanKind } from '../list-plans/plan-row';

/** Query of the calendar. */
export const ShowTerms = Closed({
  promoterId: Type.Optional({ ...Id, description: 'Whose terms; a promoter’s own, or without it those of anybody' }),
  activityId: Type.Optional({ ...Id, description: 'Of picks through this activity' }),
  pickId: Type.Optional({ ...Id, description: 'Of this pick of the promoter’s, also when it has ended' }),
});
export type ShowTerms = Static<typeof ShowTerms>;

/** What holds over [from, until): past, present and announced, earliest first. */
export const TermsCalendar = Closed({
  productId: Id,
  promoterId: Nullable(Id),
  pickId: Nullable({
    ...Id,
    description:
      'The pick whose rate locks are counted and with whose end the calendar ends: the one asked for, or an open one',
  }),
  items: Type.Array(
    Closed({
      from: Utc,
      until: Nullable(Utc),
      plan: Nullable(AnyPlanKind),
      terms: Nullable(Terms),
      reason: Type.Union(reasons.map(reason => Type.Literal(reason))),
      told: { ...Utc, description: 'When the change was written' },
      lockedUntil: Nullable({ ...Utc, description: 'Until when a rate from before a cut is kept' }),
    }),
  ),
});
export type TermsCalendar = Static<typeof TermsCalendar>;
