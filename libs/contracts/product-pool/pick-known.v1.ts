import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Bps, Closed, Id, Nullable, Utc } from '../shapes';
import { topics } from '../topics';

/** The rates of one pick from an instant until the next terms of the same pick. */
export const Terms = Closed({
  effectiveFrom: Utc,
  /** Only where no terms follow at once: from this instant until the next terms of the pick, if any, none are in force. */
  effectiveTo: Type.Optional(Utc),
  commissionBps: Bps(9000),
  assistBps: Bps(5000),
  serviceBps: Bps(4000),
  secondServiceBps: Bps(4000),
  recruiterId: Nullable(Id),
  secondRecruiterId: Nullable(Id),
});
export type Terms = Static<typeof Terms>;

/** A promoter took a product into promotion: the pick as it is now, with all its terms. The greatest revision is in force. */
export const pickKnown = defineEvent({
  stream: topics.termsEvents.name,
  type: 'pick-known.v1',
  key: pick => pick.productId,
  keyName: 'productId',
  title: 'A pick began, ended, or has new terms',
  data: Closed({
    pickId: Id,
    promoterId: Id,
    productId: Id,
    brandId: Type.Optional(Id),
    promotionCode: Id,
    activityId: Nullable(Id),
    tag: Nullable(Type.String({ maxLength: 64 })),
    from: Utc,
    /** The instant from which the pick and its code no longer hold. */
    to: Nullable(Utc),
    /** By effectiveFrom; before the first none are in force. */
    terms: Type.Array(Terms),
    revision: Type.Integer({ minimum: 1 }),
  }),
});
