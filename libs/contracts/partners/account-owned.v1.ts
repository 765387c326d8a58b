import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Utc } from '../shapes';
import { topics } from '../topics';

/** A streaming account belongs to this owner from this instant on, until its next version. */
export const accountOwned = defineEvent({
  stream: topics.partnerEvents.name,
  type: 'account-owned.v1',
  key: account => account.accountId,
  keyName: 'accountId',
  title: 'Who owns a streaming account from an instant on',
  data: Closed({
    accountId: Id,
    effectiveFrom: Utc,
    owner: Closed({ kind: Type.Union([Type.Literal('brand'), Type.Literal('promoter')]), id: Id }),
  }),
});
