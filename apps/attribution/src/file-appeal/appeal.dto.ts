import { Type, type Static } from '@sinclair/typebox';
import { AppealingParty, appealStates } from '@chuanliu/contracts/attribution/appeal-changed.v1';
import type { UtcInstant } from '@chuanliu/contracts/instants';
import { AdjustmentState } from '@chuanliu/contracts/settlement/appeal-adjustment-changed.v1';
import { Closed, Id, LineNo, Nullable, SignedFen, Utc } from '@chuanliu/contracts/shapes';
import { stateAt } from '../domain/appeal';
import type { AppealAdjustment } from '../storage/appeal-adjustments';
import type { StoredAppeal } from '../storage/appeals';

/** What a person writes: not blank. */
export const Words = (description: string) =>
  Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S', description });

export const NewAppeal = Closed({
  orderId: Id,
  lineNo: LineNo,
  text: Words('What is wrong with the decision, and why'),
  channelId: Type.Optional({ ...Id, description: 'Needed only when two channels share the order id' }),
});
export type NewAppeal = Static<typeof NewAppeal>;

export const ReadState = Type.Union(
  [...appealStates, 'overdue' as const].map(state => Type.Literal(state)),
  { description: 'As it is now: an open appeal is overdue from `dueAt` on' },
);

const MadeGoodBy = Closed(
  {
    adjustmentId: Id,
    state: AdjustmentState,
    amountFen: { ...SignedFen, description: 'What the party that appealed may withdraw more by it' },
  },
  { description: 'The adjustment of the books that makes it good; the party sees it once it is approved' },
);

export const AppealShown = Closed({
  id: Id,
  channelId: Id,
  orderId: Id,
  lineNo: LineNo,
  party: AppealingParty,
  text: Type.String(),
  state: ReadState,
  filedAt: Utc,
  dueAt: { ...Utc, description: 'Until when it is to be resolved' },
  resolvedAt: Nullable({ ...Utc, description: 'When it was upheld, refused or withdrawn' }),
  reason: Nullable(Type.String({ description: 'Why it was upheld or refused' })),
  adjustment: Nullable(MadeGoodBy),
  updatedAt: Utc,
});
export type AppealShown = Static<typeof AppealShown>;

/** An appeal as of an instant. Who resolved it stays with us: parties deal with the platform, not with a person. */
export const shownAppeal = (
  appeal: StoredAppeal,
  at: UtcInstant,
  adjustment: AppealAdjustment | null = null,
): AppealShown => ({
  id: appeal.appealId,
  channelId: appeal.channelId,
  orderId: appeal.orderId,
  lineNo: appeal.lineNo,
  party: `${appeal.party.kind}:${appeal.party.id}`,
  text: appeal.text,
  state: stateAt(appeal, at),
  filedAt: appeal.filedAt,
  dueAt: appeal.dueAt,
  resolvedAt: appeal.resolvedAt,
  reason: appeal.reason,
  adjustment,
  updatedAt: appeal.updatedAt,
});
