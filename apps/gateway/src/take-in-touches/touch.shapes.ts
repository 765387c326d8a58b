import { Type, type Static } from '@sinclair/typebox';
import { TouchKind } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import { Closed, Id, Instant, Surface } from '@chuanliu/contracts/shapes';
import { Envelope } from '../admit-webhooks/envelope';
import { RefusedItem } from '../admit-webhooks/refusal-of-item';

/** Most touches in one request. */
const mostTouches = 1_000;

/** A touch as a channel writes it. */
export const ChannelTouch = Closed({
  touchId: Id,
  buyerId: Id,
  productId: Id,
  kind: TouchKind,
  surface: Surface,
  accountId: Type.Optional(Id),
  contentId: Type.Optional(Id),
  promotionCode: Type.Optional(Id),
  occurredAt: Instant,
});
export type ChannelTouch = Static<typeof ChannelTouch>;

/** What must hold before touches are looked at one by one. */
export const envelope = new Envelope('touches', mostTouches);

/** What channels send, for the description. */
export const Touches = envelope.of(ChannelTouch);

const RefusedTouch = RefusedItem('touchId');
export type RefusedTouch = Static<typeof RefusedTouch>;

export const TouchesTakenIn = Closed({
  accepted: Type.Integer({ minimum: 0 }),
  duplicates: Type.Integer({ minimum: 0 }),
  refused: Type.Array(RefusedTouch),
});
export type TouchesTakenIn = Static<typeof TouchesTakenIn>;
