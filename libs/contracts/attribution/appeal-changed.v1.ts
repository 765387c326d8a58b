import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, LineNo, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

export const appealStates = ['open', 'upheld', 'refused', 'withdrawn'] as const;
export const AppealState = Type.Union(appealStates.map(state => Type.Literal(state)));
export type AppealState = Static<typeof AppealState>;

/** A party by name: `promoter:pr-1`, `brand:br-1`. */
export const AppealingParty = Type.String({ pattern: '^(promoter|brand):[A-Za-z0-9._:-]{1,64}$' });

/**
 * A party disputes a line's outcome, or its dispute has ended. The greatest revision is in force. It changes no
 * decision by itself: an appeal that is upheld is made good by an adjustment, which may name it.
 */
export const appealChanged = defineEvent({
  stream: topics.appealEvents.name,
  type: 'appeal-changed.v1',
  key: appeal => appeal.orderId,
  keyName: 'orderId',
  title: 'A party appeals against a decision, or its appeal was resolved',
  data: Closed({
    appealId: Id,
    channelId: Id,
    orderId: Id,
    lineNo: LineNo,
    party: AppealingParty,
    state: AppealState,
    filedAt: Utc,
    /** Until when a person is to resolve it. */
    dueAt: Utc,
    /** When it was upheld, refused or withdrawn; null while it is open. */
    resolvedAt: Nullable(Utc),
    /** Why it was upheld or refused; null while it is open, and of one that was withdrawn. */
    reason: Nullable(Type.String({ maxLength: 2_000 })),
    revision: Type.Integer({ minimum: 1 }),
  }),
});
