import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

/** A promoter or brand is suspended over [from, to). Identified by (party, suspensionId); only `to` may change, counted by revision. */
export const partySuspended = defineEvent({
  stream: topics.partnerEvents.name,
  type: 'party-suspended.v1',
  key: suspension => suspension.partyId,
  keyName: 'partyId',
  title: 'A promoter or brand is suspended for a span of time',
  data: Closed({
    kind: Type.Union([Type.Literal('promoter'), Type.Literal('brand')]),
    partyId: Id,
    suspensionId: Id,
    from: Utc,
    to: Nullable(Utc),
    reason: Type.String({ maxLength: 500 }),
    revision: Type.Integer({ minimum: 1 }),
  }),
});
