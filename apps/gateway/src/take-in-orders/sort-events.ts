import { setImmediate as nextTurn } from 'node:timers/promises';
import { Id } from '@chuanliu/contracts/shapes';
import { compileShape } from '@chuanliu/http/validate';
import { factOfEvent, type TakenInEvent } from './fact-of-event';
import { refusalOfEvent } from './faults-of-event';
import type { ChannelEvent, RefusedEvent } from './order-event.shapes';

const anId = compileShape(Id);

/** How long other requests may have to wait for this one's events, in milliseconds. */
const turnMs = 20;

export interface SortedEvents {
  facts: TakenInEvent[];
  duplicates: number;
  refused: RefusedEvent[];
}

/** Sorts a request's events: those that go on, repeats within the request, and those refused, each for itself. */
export async function sortEvents(
  channelId: string,
  events: readonly unknown[],
  buyerKeyOf: (id: string) => string,
): Promise<SortedEvents> {
  const sorted: SortedEvents = { facts: [], duplicates: 0, refused: [] };
  const seen = new Set<string>();
  let turnBegan = Date.now();
  for (const [index, event] of events.entries()) {
    if (Date.now() - turnBegan > turnMs) {
      await nextTurn();
      turnBegan = Date.now();
    }
    const refusal = refusalOfEvent(event);
    if (refusal) {
      sorted.refused.push({ index, eventId: idOf(event), ...refusal });
      continue;
    }
    const fact = factOfEvent(channelId, event as ChannelEvent, buyerKeyOf);
    // The same event twice; one id with another content is not, and orders decides which of the two holds.
    const identity = `${fact.orderId}/${fact.eventId}/${fact.hash}`;
    if (seen.has(identity)) {
      sorted.duplicates += 1;
      continue;
    }
    seen.add(identity);
    sorted.facts.push(fact);
  }
  return sorted;
}

function idOf(event: unknown): string | null {
  const eventId = typeof event === 'object' && event !== null ? (event as { eventId?: unknown }).eventId : undefined;
  return anId.fits(eventId) ? eventId : null;
}
