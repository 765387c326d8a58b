import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

export const sampleStates = [
  'requested',
  'approved',
  'rejected',
  'cancelled',
  /** Of a sample that its promoter buys first, and is refunded for once the content is there. */
  'bought',
  'shipped',
  'received',
  'fulfilled',
  'overdue',
] as const;
export const SampleState = Type.Union(sampleStates.map(state => Type.Literal(state)));
export type SampleState = Static<typeof SampleState>;

/** A promoter's sample of a product came to another state; scores and notifications follow. The greatest revision is in force. */
export const sampleChanged = defineEvent({
  stream: topics.sampleEvents.name,
  type: 'sample-changed.v1',
  key: sample => sample.promoterId,
  keyName: 'promoterId',
  title: 'A sample came to another state',
  data: Closed({
    sampleId: Id,
    promoterId: Id,
    brandId: Id,
    productId: Id,
    state: SampleState,
    /** When it came to this state. */
    at: Utc,
    /** Until when the promoter owes content; null before the sample was received. */
    contentDueAt: Nullable(Utc),
    reason: Nullable(Type.String({ maxLength: 500 })),
    /** The promoter bought the sample and made its content in time: the brand owes them its price. */
    refundDue: Type.Optional(Type.Boolean()),
    revision: Type.Integer({ minimum: 1 }),
  }),
});
