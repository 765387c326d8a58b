import { Type, type Static } from '@sinclair/typebox';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { Bps, Closed, Id, Nullable, Score, Utc } from '@chuanliu/contracts/shapes';
import { inOrder } from '@chuanliu/dated-facts/versions';
import {
  activityKinds,
  foldPlan,
  given,
  precedence,
  spanAt,
  type Plan,
  type PlanKind,
  type PlanVersion,
} from '../domain/plan';

export const AnyPlanKind = Type.Union([...precedence, ...activityKinds].map(kind => Type.Literal(kind)));

const rates = {
  commissionBps: Bps(9000),
  assistBps: Bps(5000),
  minReputation: Score,
  serviceBps: Bps(4000),
  secondServiceBps: Bps(4000),
};
/** A version as it was written: what it leaves out, the one before it says. */
const WrittenVersion = Closed({
  effectiveFrom: Utc,
  commissionBps: Type.Optional(rates.commissionBps),
  assistBps: Type.Optional(rates.assistBps),
  minReputation: Type.Optional(rates.minReputation),
  serviceBps: Type.Optional(rates.serviceBps),
  secondServiceBps: Type.Optional(rates.secondServiceBps),
  agencyId: Type.Optional(Id),
  recruiterId: Type.Optional(Id),
  secondRecruiterId: Type.Optional(Id),
  promoters: Type.Optional(Type.Array(Id)),
  endsAt: Type.Optional(Utc),
  ended: Type.Optional(Type.Boolean({ description: 'The plan ends here' })),
  told: { ...Utc, description: 'When it was written' },
  rateLockDays: Type.Integer({ minimum: 0, description: 'How long holders keep a better rate' }),
  imported: Type.Boolean({ description: 'History: it locks no rate' }),
});

/** One plan: what is in force now (null: nothing), and its versions. */
export const PlanRow = Closed({
  id: Type.String({ description: 'Kind, and the promoter or the activity' }),
  plan: AnyPlanKind,
  promoterId: Nullable(Id),
  activityId: Nullable(Id),
  inForce: Nullable(
    Closed({
      ...rates,
      agencyId: Nullable(Id),
      recruiterId: Nullable(Id),
      secondRecruiterId: Nullable(Id),
      promoters: Nullable(Type.Array(Id)),
      effectiveFrom: Utc,
    }),
  ),
  versions: Type.Array(WrittenVersion),
  updatedAt: Utc,
});
export type PlanRow = Static<typeof PlanRow>;

export interface ShownPlan {
  kind: PlanKind;
  promoterId?: string;
  activityId?: string;
  versions: readonly PlanVersion[];
}

/** A plan as it is shown at an instant. */
export function planRow({ kind, promoterId, activityId, versions }: ShownPlan, at: UtcInstant): PlanRow {
  const span = spanAt(foldPlan(kind, versions), at);
  const named = promoterId ?? activityId;
  return {
    id: named === undefined ? kind : `${kind}/${named}`,
    plan: kind,
    promoterId: promoterId ?? null,
    activityId: activityId ?? null,
    inForce: span?.plan ? withoutKind(span.plan, span.from) : null,
    versions: inOrder(versions).map(version => ({
      effectiveFrom: version.effectiveFrom,
      ...given(version),
      ...(version.ended ? { ended: true } : {}),
      told: version.told,
      rateLockDays: version.rateLockDays,
      imported: version.imported,
    })),
    updatedAt: versions
      .map(version => version.told)
      .sort()
      .at(-1)!,
  };
}

function withoutKind({ kind: _, promoters, ...plan }: Plan, from: UtcInstant) {
  return { ...plan, promoters: promoters && [...promoters], effectiveFrom: from };
}
