import { Type, type Static } from '@sinclair/typebox';
import { Outcome } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import { Closed, Id, Nullable, Utc } from '@chuanliu/contracts/shapes';
import { AppealShown } from '../file-appeal/appeal.dto';

const Candidate = Closed({
  rule: Type.String(),
  touchId: Type.Optional(Id),
  occurredAt: Type.Optional(Utc),
  promotionCode: Type.Optional(Id),
  accountId: Type.Optional(Id),
  promoterId: Type.Optional(Id),
  verdict: Type.Union([Type.Literal('won'), Type.Literal('refused')]),
  reason: Type.Optional(Type.String()),
});

const GrantShown = Closed({
  party: Type.String(),
  impressions: Type.Integer({ minimum: 0 }),
  eligible: Type.Boolean(),
  reason: Nullable(Type.String()),
});

export const DecidedLine = Closed({
  lineNo: Type.Integer({ minimum: 1 }),
  orderRevision: Type.Integer({ minimum: 1 }),
  revision: Type.Integer({ minimum: 1 }),
  present: Type.Boolean(),
  outcome: Outcome,
  rule: Nullable(Type.String()),
  promoterId: Nullable(Id),
  pickId: Nullable(Id),
  accountId: Nullable(Id),
  policyVersion: Nullable(Type.String()),
  candidates: Type.Array(Candidate),
  river: Closed({
    joined: Type.Boolean(),
    return: Nullable(Closed({ broughtBy: Id, heldOut: Type.Boolean() })),
    grants: Type.Array(GrantShown),
  }),
  /** The decision is that of this revision, which settlement took; null: not settled. */
  settledRevision: Nullable(Type.Integer({ minimum: 1 })),
  /** What was decided after the settlement and stays without effect, oldest first. */
  late: Type.Array(
    Closed({
      revision: Type.Integer({ minimum: 1 }),
      outcome: Outcome,
      rule: Nullable(Type.String()),
      promoterId: Nullable(Id),
      pickId: Nullable(Id),
      assistantIds: Type.Array(Id),
    }),
  ),
  /** In the order in which they were filed, as of now. */
  appeals: Type.Array(AppealShown),
});
export type DecidedLine = Static<typeof DecidedLine>;

/** The lines of an order by lineNo; none when no payment of it is known here. */
export const Decisions = Closed({ lines: Type.Array(DecidedLine) });
