import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

export const SampleState = Type.Union(
  (['requested', 'approved', 'rejected', 'shipped', 'received', 'fulfilled', 'overdue', 'cancelled'] as const).map(
    state => Type.Literal(state),
  ),
);
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
    revision: Type.Integer({ minimum: 1 }),
  }),
});
