import { Type } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Name, Score, Sha256, Utc } from '../shapes';
import { topics } from '../topics';

/**
 * One version of a promoter's dated facts. buyerKeys only ever add up: a buyer id once registered to a promoter stays
 * theirs for the self-purchase rule, whatever the version.
 */
export const promoterVersion = defineEvent({
  stream: topics.partnerEvents.name,
  type: 'promoter-version.v1',
  key: promoter => promoter.promoterId,
  keyName: 'promoterId',
  title: 'A version of what is known of a promoter',
  data: Closed({
    promoterId: Id,
    effectiveFrom: Utc,
    name: Type.Optional(Name),
    kind: Type.Optional(Type.Union([Type.Literal('person'), Type.Literal('company')])),
    buyerKeys: Type.Optional(Type.Array(Sha256)),
    reputation: Type.Optional(Score),
  }),
});
