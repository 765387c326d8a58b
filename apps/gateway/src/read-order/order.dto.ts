import { Type } from '@sinclair/typebox';
import { Closed, FenAmount, Id, Nullable, SignedFen, Utc } from '@chuanliu/contracts/shapes';

export const ChannelOfOrder = Closed({ channelId: Type.Optional(Id) });

export const ExplanationAsked = Closed({
  channelId: Type.Optional(Id),
  format: Type.Optional(
    Type.Union([Type.Literal('json'), Type.Literal('markdown')], {
      description: 'markdown: the same as a text for people (`text/markdown`)',
    }),
  ),
  seenBy: Type.Optional(
    Type.String({
      pattern: '^(promoter|brand):[A-Za-z0-9._:-]{1,64}$',
      description: 'Staff alone: what this party may see of it, `promoter:pr-1`, for an answer to them',
    }),
  ),
});

const text = Type.String();
const LineNo = Type.Integer({ minimum: 1 });
const Outcome = Type.Union(['distribution', 'self-broadcast', 'organic', 'void'].map(outcome => Type.Literal(outcome)));

export const ShareShown = Closed({
  share: Type.Union(
    ['promoter', 'assist', 'agency', 'recruiter', 'second-recruiter', 'tech-fee', 'promotion-fee', 'brand'].map(share =>
      Type.Literal(share),
    ),
  ),
  partyId: Nullable(Id),
  amountFen: FenAmount,
  formula: text,
});

const amounts = {
  paidFen: FenAmount,
  platformSubsidyFen: FenAmount,
  refundedFen: FenAmount,
  baseFen: FenAmount,
};

export const OrderShown = Closed({
  channelId: Id,
  orderId: Id,
  brandId: Id,
  orderedAt: Utc,
  paidAt: Utc,
  payment: Closed({ channel: Id, transactionId: Id, freightFen: FenAmount }),
  state: Type.Union(['paid', 'shipped', 'received', 'closed'].map(state => Type.Literal(state))),
  lines: Type.Array(
    Closed({
      lineNo: LineNo,
      productId: Id,
      ...amounts,
      outcome: Nullable(Outcome),
      promoterId: Nullable(Id),
      state: text,
      shares: Type.Array(ShareShown),
    }),
  ),
  refunds: Type.Array(Type.Object({})),
});

/** A code's meaning for people; there only where a language was asked for. */
const words = Type.Optional(Type.String({ description: 'For people, where a language was asked for' }));
const wordsOrNull = Type.Optional(Nullable(Type.String({ description: 'For people, where a language was asked for' })));

const Candidate = Closed({
  rule: text,
  ruleText: words,
  touchId: Type.Optional(Id),
  promotionCode: Type.Optional(Id),
  accountId: Type.Optional(Id),
  promoterId: Type.Optional(Id),
  occurredAt: Type.Optional(Utc),
  verdict: Type.Union([Type.Literal('won'), Type.Literal('refused')]),
  reason: Type.Optional(text),
  reasonText: words,
});

const rate = Nullable(Type.Integer());
const Terms = Closed({
  commissionBps: rate,
  serviceBps: rate,
  secondServiceBps: rate,
  techFeeBps: rate,
  promotionFeeBps: rate,
  assistBps: rate,
  agencyBps: rate,
  agencyId: Nullable(Id),
  effectiveFrom: Nullable(Utc),
});

const Entry = Closed({
  postingId: text,
  occurredAt: Utc,
  bookedOn: text,
  account: text,
  debitFen: Type.Optional(SignedFen),
  creditFen: Type.Optional(SignedFen),
  cause: text,
  causeText: words,
});

const AdjustmentOfAppeal = Closed({
  adjustmentId: Id,
  state: Type.Union(['proposed', 'approved', 'rejected'].map(state => Type.Literal(state))),
  amountFen: SignedFen,
});

const AppealOfLine = Closed({
  id: Id,
  channelId: Id,
  orderId: Id,
  lineNo: LineNo,
  party: text,
  text,
  state: Type.Union(['open', 'overdue', 'upheld', 'refused', 'withdrawn'].map(state => Type.Literal(state))),
  stateText: words,
  filedAt: Utc,
  dueAt: Utc,
  resolvedAt: Nullable(Utc),
  reason: Nullable(text),
  adjustment: {
    ...Nullable(AdjustmentOfAppeal),
    description: 'What makes it good in the books; the party sees it once it is approved',
  },
  updatedAt: Utc,
});

const TooLate = Closed(
  {
    kind: Type.Union([Type.Literal('decision'), Type.Literal('rates')]),
    decisionRevision: Type.Integer(),
    outcome: Outcome,
    rule: Nullable(text),
    promoterId: Nullable(Id),
    pickId: Nullable(Id),
    assistantIds: Type.Array(Id),
    at: Utc,
  },
  { description: 'What became known after the line was settled, and did not change it' },
);

export const ExplanationShown = Closed({
  channelId: Id,
  orderId: Id,
  complete: Type.Boolean({ description: "False while a service has not caught up with the order's last event" }),
  lines: Type.Array(
    Closed({
      lineNo: LineNo,
      productId: Id,
      outcome: Nullable(Outcome),
      outcomeText: wordsOrNull,
      rule: Nullable(text),
      ruleText: wordsOrNull,
      promoterId: Nullable(Id),
      pickId: Nullable(Id),
      accountId: Nullable(Id),
      revision: Nullable(Type.Integer()),
      policyVersion: Nullable(text),
      candidates: Type.Array(Candidate),
      terms: Nullable(Terms),
      paidFen: Nullable(FenAmount),
      platformSubsidyFen: Nullable(FenAmount),
      refundedFen: Nullable(FenAmount),
      baseFen: Nullable(FenAmount),
      shares: Type.Array(Closed({ ...ShareShown.properties, shareText: words, formulaText: words })),
      river: Nullable(
        Closed({
          joined: Type.Boolean(),
          return: Nullable(Closed({ broughtBy: Id, heldOut: Type.Boolean() })),
          grants: Type.Array(
            Closed({
              party: text,
              impressions: Type.Integer(),
              eligible: Type.Boolean(),
              reason: Nullable(text),
              reasonText: wordsOrNull,
            }),
          ),
        }),
      ),
      state: text,
      stateText: words,
      postings: Type.Array(Entry),
      statementIds: Type.Array(text),
      tooLate: Type.Array(TooLate),
      appeals: Type.Array(AppealOfLine),
    }),
  ),
});
