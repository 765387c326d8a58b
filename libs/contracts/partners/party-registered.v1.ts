import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Name } from '../shapes';
import { topics } from '../topics';

/** A recruiter or an agency entered the directory, or changed its name. */
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
    revision: Type.Integer({ minimum: 1 }),
  }),
});
