import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, FenAmount, Id, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

export const PayoutState = Type.Union((['sent', 'confirmed', 'failed'] as const).map(state => Type.Literal(state)));
export type PayoutState = Static<typeof PayoutState>;

/** Money was sent to a party, arrived, or came back. A payout has one result, so `sent` and then one other are all there is. */
export const payoutChanged = defineEvent({
  stream: topics.settlementEvents.name,
  type: 'payout-changed.v1',
  key: payout => `${payout.party.kind}:${payout.party.id}`,
  keyName: 'party',
  title: 'A payout was sent, confirmed, or failed',
  data: Closed({
    payoutId: Id,
    party: Closed({
      kind: Type.Union((['brand', 'promoter', 'recruiter', 'agency'] as const).map(kind => Type.Literal(kind))),
      id: Id,
    }),
    grossFen: FenAmount,
    taxFen: FenAmount,
    netFen: FenAmount,
    state: PayoutState,
    sentAt: Utc,
    /** When the bank confirmed it or gave it back; null while it is under way. */
    resultAt: Nullable(Utc),
    /** The bank's number for the result. */
    reference: Nullable(Id),
    /** Why it failed, for the party to read. */
    reason: Nullable(Type.String({ maxLength: 500 })),
  }),
});
