import type { DataOf } from '@chuanliu/contracts/define-event';
import type { touchTakenIn } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { compileShape } from '@chuanliu/http/validate';
import { canonicalHash } from '../admit-webhooks/canonical-hash';
import { idIn, refusal, sprawlOf, type ItemRefusal } from '../admit-webhooks/refusal-of-item';
import { sortItems, type SortedItems } from '../admit-webhooks/sort-items';
import { ChannelTouch, type RefusedTouch } from './touch.shapes';

export type TakenInTouch = DataOf<typeof touchTakenIn>;

const shape = compileShape(ChannelTouch);

/** Sorts a request's touches: those that go on, repeats within the request, and those refused, each for itself. */
export const sortTouches = (
  channelId: string,
  touches: readonly unknown[],
  buyerKeyOf: (id: string) => string,
): Promise<SortedItems<TakenInTouch, RefusedTouch>> =>
  sortItems(touches, {
    refusalOf: refusalOfTouch,
    refusedAs: (index, touch, refusal) => ({ index, touchId: idIn(touch, 'touchId'), ...refusal }),
    factOf: touch => factOfTouch(channelId, touch as ChannelTouch, buyerKeyOf),
    // One id with another content goes on, and attribution decides which of the two holds.
    identityOf: fact => `${fact.touchId}/${fact.hash}`,
  });

/** @returns null when the touch is well-formed. */
function refusalOfTouch(touch: unknown): ItemRefusal | null {
  const sprawling = sprawlOf(touch, 0);
  const faults =
    sprawling === undefined ? shape.faults(touch) : [{ pointer: sprawling, problem: 'has more than any touch has' }];
  if (faults.length === 0) return null;
  return refusal('gateway/malformed-touch', 'The touch is not of the declared shape', faults);
}

/**
 * A touch as the system keeps it: its instant in UTC, the buyer replaced by a key.
 *
 * @param touch well-formed, exactly as it was received: its hash is taken before anything is replaced
 */
const factOfTouch = (channelId: string, touch: ChannelTouch, buyerKeyOf: (id: string) => string): TakenInTouch => ({
  channelId,
  touchId: touch.touchId,
  hash: canonicalHash(touch),
  occurredAt: toUtcInstant(touch.occurredAt),
  buyerKey: buyerKeyOf(touch.buyerId),
  productId: touch.productId,
  kind: touch.kind,
  surface: touch.surface,
  accountId: touch.accountId ?? null,
  contentId: touch.contentId ?? null,
  promotionCode: touch.promotionCode ?? null,
});
