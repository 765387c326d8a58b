import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Sale } from './sale';
import { windowStart, type AttributionPolicyVersion } from './windows';

/** A buyer met a product: as far as it may say who brought a sale. */
export interface Touch {
  channelId: string;
  touchId: string;
  occurredAt: UtcInstant;
  kind: 'click' | 'cart';
  surface: string;
  accountId: string | null;
  promotionCode: string | null;
}

/** No person meets a product as often; without a bound, whoever lets a robot click would make a sale too large to store. */
export const MOST_TOUCHES = 2_000;

/**
 * The touches that may name somebody for a sale: before the order, inside the window of their surface at that time;
 * newest first, of equal instants the greater touchId. The newest 2,000 at most.
 * @param touches the buyer's touches of the product
 */
export function touchesInWindow(
  touches: readonly Touch[],
  sale: Pick<Sale, 'orderedAt'>,
  policy: readonly AttributionPolicyVersion[],
): Touch[] {
  return touches
    .filter(touch => isInWindow(touch, sale, policy))
    .sort(newestFirst)
    .slice(0, MOST_TOUCHES);
}

/** Those that count for the sale under other windows at most. */
export const touchesOutside = (
  touches: readonly Touch[],
  sale: Pick<Sale, 'orderedAt'>,
  policy: readonly AttributionPolicyVersion[],
): Touch[] => touches.filter(touch => !isInWindow(touch, sale, policy));

function isInWindow(
  { surface, occurredAt }: Touch,
  { orderedAt }: Pick<Sale, 'orderedAt'>,
  policy: readonly AttributionPolicyVersion[],
): boolean {
  const start = windowStart(surface, orderedAt, policy);
  return start !== null && start <= occurredAt && occurredAt < orderedAt;
}

/** Two channels may share a touchId, so the channel has the last word. */
function newestFirst(a: Touch, b: Touch): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt > b.occurredAt ? -1 : 1;
  if (a.touchId !== b.touchId) return a.touchId > b.touchId ? -1 : 1;
  return a.channelId > b.channelId ? -1 : 1;
}
