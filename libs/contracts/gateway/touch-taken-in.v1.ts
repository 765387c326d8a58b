import { Type, type Static } from '@sinclair/typebox';
import { defineEvent } from '../define-event';
import { Closed, Id, Nullable, Sha256, Surface, Utc } from '../shapes';
import { topics } from '../topics';

/** How a buyer met a product. */
export const TouchKind = Type.Union((['view', 'click', 'cart'] as const).map(kind => Type.Literal(kind)));
export type TouchKind = Static<typeof TouchKind>;

/**
 * A buyer met a product through some content or link. A touchId is unique per channel: of several contents under one
 * the smallest (occurredAt, hash) is in force. `hash` covers the canonical JSON (RFC 8785) as received.
 */
export const touchTakenIn = defineEvent({
  stream: topics.touches.name,
  type: 'touch-taken-in.v1',
  key: touch => touch.buyerKey,
  keyName: 'buyerKey',
  title: 'A buyer met a product, as a channel told it',
  data: Closed({
    channelId: Id,
    touchId: Id,
    hash: Sha256,
    occurredAt: Utc,
    buyerKey: Sha256,
    productId: Id,
    kind: TouchKind,
    surface: Surface,
    accountId: Nullable(Id),
    contentId: Nullable(Id),
    promotionCode: Nullable(Id),
  }),
});
