import { Type, type Static } from '@sinclair/typebox';
import { AnyFen, Closed, Id, Instant, Nullable, SignedFen, Utc } from '@chuanliu/contracts/shapes';

export const UpliftRequest = Closed({
  from: Type.String({ ...Instant, description: 'The first instant of the period' }),
  to: Type.String({ ...Instant, description: 'The instant at which it is over: it does not belong to the period' }),
});

const GroupShown = Closed({
  members: Type.Integer({ minimum: 0 }),
  buyers: Type.Integer({
    minimum: 0,
    description: "Members who bought in the brand's own streams within their window",
  }),
  netBaseFen: AnyFen,
  netBasePerMemberFen: AnyFen,
});

const FenInterval = Closed({ fen: SignedFen, lowFen: SignedFen, highFen: SignedFen });
const BpsInterval = Closed({ bps: Type.Integer(), lowBps: Type.Integer(), highBps: Type.Integer() });

export const UpliftReport = Closed({
  brandId: Id,
  from: Utc,
  to: Utc,
  reason: Nullable(
    Type.Union([Type.Literal('too-few-members'), Type.Literal('two-holdouts')], {
      description:
        'Why there is no number: a group has fewer than 100 members, or salt or holdoutBps changed in the period',
    }),
  ),
  recommended: Nullable(GroupShown),
  heldOut: Nullable(GroupShown),
  differencePerMember: Nullable(FenInterval),
  uplift: Nullable(BpsInterval),
  upliftReason: Nullable(
    Type.Literal('held-out-mean-uncertain', {
      description: 'Why there is a difference and no relative uplift: the held-out mean does not differ from 0',
    }),
  ),
  incrementalGmv: Nullable(FenInterval),
});
export type UpliftReport = Static<typeof UpliftReport>;
