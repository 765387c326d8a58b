import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Bps, CalendarDate, Closed, FenAmount, Score, Utc } from '../shapes';
import { topics } from '../topics';

const Count = (most: number) => Type.Optional(Type.Integer({ minimum: 0, maximum: most }));

/** What each policy may set; a field left out keeps its value from the version before by effectiveFrom. */
export const PolicyFields = {
  attribution: Closed({
    liveHours: Count(8760),
    shortVideoHours: Count(8760),
    showcaseHours: Count(8760),
    linkHours: Count(8760),
  }),
  fees: Closed({ promotionFeeBps: Type.Optional(Bps(5000)) }),
  settlement: Closed({
    minPayoutFen: Type.Optional(FenAmount),
    tiers: Type.Optional(
      Type.Array(Closed({ minShopScore: Score, holdDays: Type.Integer({ minimum: 0, maximum: 365 }) }), {
        minItems: 1,
        maxItems: 20,
      }),
    ),
  }),
  river: Closed({
    windowDays: Count(365),
    brandTrafficPerYuan: Count(10_000),
    promoterTrafficPerYuan: Count(10_000),
    holdoutBps: Type.Optional(Bps()),
    salt: Type.Optional(Type.String({ maxLength: 200 })),
    minShopScore: Type.Optional(Score),
    minReputation: Type.Optional(Score),
  }),
  newcomer: Closed({
    joinedFrom: Type.Optional(CalendarDate),
    joinedTo: Type.Optional(CalendarDate),
    quotaFen: Type.Optional(FenAmount),
  }),
};
export type PolicyName = keyof typeof PolicyFields;
export type PolicyFieldsOf<P extends PolicyName> = Static<(typeof PolicyFields)[P]>;
export const policyNames = Object.keys(PolicyFields) as PolicyName[];

/** One version of one policy. */
export const policyVersion = defineEvent({
  stream: topics.partnerEvents.name,
  type: 'policy-version.v1',
  key: version => `policy:${version.policy}`,
  keyName: 'policy:{name}',
  title: 'A version of a policy',
  data: Closed({
    policy: Type.Union(policyNames.map(name => Type.Literal(name))),
    effectiveFrom: Utc,
    fields: Type.Union(policyNames.map(name => PolicyFields[name])),
  }),
});
