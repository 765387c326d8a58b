import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Bps, Closed, Id, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

/** A promoter's agency contract over [from, to). Identified by (promoterId, from); only `to` may change, counted by revision. */
export const agencyContract = defineEvent({
  stream: topics.partnerEvents.name,
  type: 'agency-contract.v1',
  key: contract => contract.promoterId,
  keyName: 'promoterId',
  title: 'A promoter works under an agency for a span of time',
  data: Closed({
    promoterId: Id,
    agencyId: Id,
    agencyBps: Bps(9000),
    from: Utc,
    to: Nullable(Utc),
    revision: Type.Integer({ minimum: 1 }),
  }),
});
