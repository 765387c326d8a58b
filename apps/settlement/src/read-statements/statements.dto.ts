import { Type, type Static } from '@sinclair/typebox';
import { CalendarDate, Closed, FenAmount, Id, Instant, Nullable, SignedFen, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';
import { PartyName } from '../pay-out/payout.shapes';
import type { EntryShare } from '../domain/posting';

/** `{kind}:{id}` of a party that has statements. */
export const StatementParty = { ...PartyName, description: '{kind}:{id}, as in `promoter:pr-1`' };

export const ListStatements = listQuery({
  party: Type.Optional({ ...StatementParty, description: 'Finance sees all parties without it; a party sees its own' }),
  businessDate: Type.Optional(CalendarDate),
  updatedFrom: Type.Optional({ ...Instant, description: 'Made at this instant or later' }),
});
export type ListStatements = Static<typeof ListStatements>;

export const StatementsKeyset = Closed({ businessDate: CalendarDate, accountId: Type.Integer() });
export type StatementsKeyset = Static<typeof StatementsKeyset>;

const Signed = (description: string) => ({ ...SignedFen, description });

const head = {
  id: Id,
  party: StatementParty,
  businessDate: CalendarDate,
  runId: Id,
  openingFen: Signed('The closing of the statement before; 0 in the first'),
};

/** Everything between opening and closing, and closing. */
export const statementSums = {
  linesFen: Signed('Σ amount of the lines'),
  adjustmentsFen: Signed('Refunds and corrections of lines that were settled before'),
  rebatesFen: Signed('Newcomers’ rebates'),
  bonusesFen: SignedFen,
  manualFen: Signed('Adjustments by hand'),
  payoutsFen: Signed('Positive: what was paid out'),
  failedPayoutsFen: Signed('Positive: what came back'),
  closingFen: Signed(
    'opening + lines + adjustments + rebates + bonuses + manual − payouts + failed payouts = available at the cut',
  ),
};

const StatementLine = Closed({
  channelId: Id,
  orderId: Id,
  lineNo: Nullable(Type.Integer({ minimum: 1, description: 'null: the freight of the order' })),
  share: Type.Union(
    (['promoter', 'assist', 'agency', 'recruiter', 'second-recruiter', 'brand', 'freight'] as const).map(share =>
      Type.Literal(share),
    ),
  ),
  baseFen: FenAmount,
  amountFen: SignedFen,
});
export type StatementLine = Static<typeof StatementLine>;

/** Lines that a list may carry: of one statement, if it has no more than these. */
export const LINES_IN_A_LIST = 5_000;

/** A statement as lists have it, without its movements; the list's main amount is closingFen. */
export const ListedStatement = Closed({
  ...head,
  lineCount: Type.Integer({ minimum: 0 }),
  lines: Type.Optional(
    Type.Array(StatementLine, {
      description: `Where one party and one day are asked for, up to ${LINES_IN_A_LIST}; else read the statement itself`,
    }),
  ),
  ...statementSums,
  updatedAt: Utc,
});
export type ListedStatement = Static<typeof ListedStatement>;

const Movement = Closed({
  kind: Type.Union(
    (['adjustment', 'rebate', 'bonus', 'manual', 'payout', 'failed-payout'] as const).map(kind => Type.Literal(kind)),
  ),
  amountFen: Signed('As it changed what is available: a payout is negative'),
  channelId: Nullable(Id),
  orderId: Nullable(Id),
  lineNo: Nullable(Type.Integer({ minimum: 1 })),
  share: Nullable(Type.String()),
  reference: Nullable(Type.String({ description: 'The run, payout or adjustment that it belongs to' })),
  occurredAt: Utc,
  postingId: Type.String(),
});
export type StatementMovement = Omit<Static<typeof Movement>, 'share'> & { share: EntryShare };

/** A statement whole. */
export const Statement = Closed({
  ...head,
  lines: Type.Array(StatementLine),
  ...statementSums,
  updatedAt: Utc,
  movements: Type.Array(Movement, { description: 'What the other sums consist of' }),
});
