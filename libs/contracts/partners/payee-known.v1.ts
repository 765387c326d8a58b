import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Name } from '../shapes';
import { topics } from '../topics';

/** What a person is identified by towards the tax office. */
export const IdType = Type.Union(
  (['resident-id', 'passport', 'hk-macao-permit', 'taiwan-permit', 'foreign-resident-id', 'other'] as const).map(type =>
    Type.Literal(type),
  ),
);
export type IdType = Static<typeof IdType>;

/** A text under the seal of PAYEE_KEY (libs/auth, SecretSeal), in ASCII. */
const Sealed = Type.String({ minLength: 1, maxLength: 1000 });
const Ending = Type.String({ maxLength: 4, description: 'The last four characters, of a short text none' });

/**
 * The same for every party that shows the same document, and for nobody else: an HMAC of the document's type and number
 * under a key that is derived from PAYEE_KEY. It tells that two parties are one person, and nothing of who that is.
 */
const PersonKey = Type.String({ pattern: '^[0-9a-f]{64}$' });

/**
 * Where a party's money is paid to, as a whole; the greatest revision is in force. Account and id number travel sealed,
 * bound to the party: `sealedAccount` for the owner `{kind}:{partyId}`, `sealedNumber` for `identity of {kind}:{partyId}`.
 */
export const payeeKnown = defineEvent({
  stream: topics.partnerEvents.name,
  type: 'payee-known.v1',
  key: payee => payee.partyId,
  keyName: 'partyId',
  title: 'Where a party’s money is paid to',
  data: Closed({
    kind: Type.Union((['brand', 'promoter', 'recruiter', 'agency'] as const).map(kind => Type.Literal(kind))),
    partyId: Id,
    payeeName: Name,
    sealedAccount: Sealed,
    accountEnding: Ending,
    verified: Type.Boolean(),
    identity: Type.Optional(
      Closed({
        idType: IdType,
        sealedNumber: Sealed,
        numberEnding: Ending,
        personKey: Type.Optional({
          ...PersonKey,
          description: 'Absent where the identity was written before there was one',
        }),
      }),
    ),
    revision: Type.Integer({ minimum: 1 }),
  }),
});
