import { Type, type Static } from '@sinclair/typebox';
import { Bps, Closed, Id, Instant, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';

const Text = Type.String({ minLength: 1, maxLength: 500 });

export const ApplyForPlan = Closed({
  commissionBps: Type.Optional({ ...Bps(9000), description: 'The rate that the promoter asks for' }),
  text: Type.Optional(Text),
});
export type ApplyForPlan = Static<typeof ApplyForPlan>;

export const applicationStates = ['applied', 'accepted', 'refused'] as const;
const State = Type.Union(applicationStates.map(state => Type.Literal(state)));

export const ResolveApplication = Closed({
  result: Type.Union([Type.Literal('accepted'), Type.Literal('refused')]),
  commissionBps: Type.Optional({
    ...Bps(9000),
    description: 'The rate that is granted; the one asked for unless told',
  }),
  reason: Type.Optional(Text),
});
export type ResolveApplication = Static<typeof ResolveApplication>;

/** A promoter's application for a directed plan of a product. */
export const Application = Closed({
  id: Id,
  applicationId: Id,
  productId: Id,
  brandId: Id,
  promoterId: Id,
  commissionBps: Nullable(Bps(9000)),
  text: Nullable(Type.String()),
  state: State,
  grantedBps: Nullable(Bps(9000)),
  reason: Nullable(Type.String()),
  appliedAt: Utc,
  resolvedAt: Nullable(Utc),
  updatedAt: Utc,
});
export type Application = Static<typeof Application>;

export const ListApplications = listQuery({ state: Type.Optional(State), updatedFrom: Type.Optional(Instant) });
export type ListApplications = Static<typeof ListApplications>;
