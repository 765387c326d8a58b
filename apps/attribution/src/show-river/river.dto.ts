import { Type } from '@sinclair/typebox';
import { Closed, Id, Instant, Nullable, Sha256, Utc } from '@chuanliu/contracts/shapes';
import { listQuery } from '@chuanliu/http/listing';

const At = Type.Optional(Type.String({ ...Instant, description: 'The instant to look at; now unless told' }));

export const AsOf = Closed({ at: At });

export const ListAudience = listQuery({
  at: At,
  format: Type.Optional(
    Type.Union([Type.Literal('json'), Type.Literal('csv')], {
      description: 'The whole audience as a stream in place of a page: a JSON array of rows, or a CSV file',
    }),
  ),
  updatedFrom: Type.Optional(
    Type.String({ ...Instant, description: 'Only members whose bringing sale changed since' }),
  ),
});

export const AudienceMember = Closed({
  id: Sha256,
  broughtBy: Id,
  /** When the sale that brought the buyer was paid, and the end of its window. */
  since: Utc,
  until: Utc,
  updatedAt: Utc,
});

/** Where a page of the audience ends. The instant goes along, so that all pages show one audience. */
export const AudienceKeyset = Closed({ at: Utc, id: Sha256 });

export const MemberShown = Closed({
  member: Type.Boolean(),
  broughtBy: Nullable(Id),
  since: Nullable(Utc),
  until: Nullable(Utc),
  heldOut: Type.Boolean(),
});

export const Wallet = Closed({
  balance: Type.Integer({ description: 'Impressions left in all grants, less the debt: below 0 while there is one' }),
  debt: Type.Integer({ minimum: 0, description: 'Impressions spent that refunds took back; the next grants pay them' }),
  grants: Type.Array(
    Closed({
      id: Type.String(),
      impressions: Type.Integer({ minimum: 0 }),
      spent: Type.Integer({ minimum: 0, description: 'What spends took, a part that was taken back later included' }),
      toDebt: Type.Integer({ minimum: 0, description: 'What debts took, likewise' }),
      left: Type.Integer({ minimum: 0 }),
      cause: Closed({ channelId: Id, orderId: Id, lineNo: Type.Integer({ minimum: 1 }) }),
      eligible: Type.Boolean(),
      reason: Nullable(Type.String()),
      expiresAt: Utc,
    }),
  ),
});
