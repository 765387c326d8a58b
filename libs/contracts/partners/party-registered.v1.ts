import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Name } from '../shapes';
import { topics } from '../topics';

/** A recruiter or an agency entered the directory, or changed what is known of it. */
export const partyRegistered = defineEvent({
  stream: topics.partnerEvents.name,
  type: 'party-registered.v1',
  key: party => party.partyId,
  keyName: 'partyId',
  title: 'A recruiter or an agency is known',
  data: Closed({
    kind: Type.Union([Type.Literal('recruiter'), Type.Literal('agency')]),
    partyId: Id,
    name: Name,
    /** Whether a recruiter is a person, whose payouts are taxed here; agencies are companies. */
    personKind: Type.Optional(Type.Union([Type.Literal('person'), Type.Literal('company')])),
    revision: Type.Integer({ minimum: 1 }),
  }),
});
