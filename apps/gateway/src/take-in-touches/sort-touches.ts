import type { DataOf } from '@chuanliu/contracts/define-event';
import type { touchTakenIn } from '@chuanliu/contracts/gateway/touch-taken-in.v1';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { compileShape } from '@chuanliu/http/validate';
import { canonicalHash } from '../admit-webhooks/canonical-hash';
import { inTurns } from '../admit-webhooks/in-turns';
import { idIn, refusal, sprawlOf, type ItemRefusal } from '../admit-webhooks/refusal-of-item';
import { ChannelTouch, type RefusedTouch } from './touch.shapes';

export type TakenInTouch = DataOf<typeof touchTakenIn>;

export interface SortedTouches {
  facts: TakenInTouch[];
  duplicates: number;
  refused: RefusedTouch[];
}

const shape = compileShape(ChannelTouch);

/** Sorts a request's touches: those that go on, repeats within the request, and those refused, each for itself. */
export async function sortTouches(
  channelId: string,
  touches: readonly unknown[],
  buyerKeyOf: (id: string) => string,
): Promise<SortedTouches> {
  const sorted: SortedTouches = { facts: [], duplicates: 0, refused: [] };
  const seen = new Set<string>();
  await inTurns(touches, (touch, index) => {
    const refusal = refusalOfTouch(touch);
    if (refusal) {
      sorted.refused.push({ index, touchId: idIn(touch, 'touchId'), ...refusal });
      return;
    }
    const fact = factOfTouch(channelId, touch as ChannelTouch, buyerKeyOf);
    // The same touch twice; one id with another content is not, and attribution decides which of the two holds.
    const identity = `${fact.touchId}/${fact.hash}`;
    if (seen.has(identity)) {
      sorted.duplicates += 1;
      return;
    }
    seen.add(identity);
    sorted.facts.push(fact);
  });
  return sorted;
}

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
