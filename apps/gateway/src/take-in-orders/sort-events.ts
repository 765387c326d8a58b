import { inTurns } from '../admit-webhooks/in-turns';
import { idIn } from '../admit-webhooks/refusal-of-item';
import { factOfEvent, type TakenInEvent } from './fact-of-event';
import { refusalOfEvent } from './faults-of-event';
import type { ChannelEvent, RefusedEvent } from './order-event.shapes';

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
  await inTurns(events, (event, index) => {
    const refusal = refusalOfEvent(event);
    if (refusal) {
      sorted.refused.push({ index, eventId: idIn(event, 'eventId'), ...refusal });
      return;
    }
    const fact = factOfEvent(channelId, event as ChannelEvent, buyerKeyOf);
    // The same event twice; one id with another content is not, and orders decides which of the two holds.
    const identity = `${fact.orderId}/${fact.eventId}/${fact.hash}`;
    if (seen.has(identity)) {
      sorted.duplicates += 1;
      return;
    }
    seen.add(identity);
    sorted.facts.push(fact);
  });
  return sorted;
}
