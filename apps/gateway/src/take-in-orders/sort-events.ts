import { idIn } from '../admit-webhooks/refusal-of-item';
import { sortItems, type SortedItems } from '../admit-webhooks/sort-items';
import { factOfEvent, type TakenInEvent } from './fact-of-event';
import { refusalOfEvent } from './faults-of-event';
import type { ChannelEvent, RefusedEvent } from './order-event.shapes';

/** Sorts a request's events: those that go on, repeats within the request, and those refused, each for itself. */
export const sortEvents = (
  channelId: string,
  events: readonly unknown[],
  buyerKeyOf: (id: string) => string,
): Promise<SortedItems<TakenInEvent, RefusedEvent>> =>
  sortItems(events, {
    refusalOf: refusalOfEvent,
    refusedAs: (index, event, refusal) => ({ index, eventId: idIn(event, 'eventId'), ...refusal }),
    factOf: event => factOfEvent(channelId, event as ChannelEvent, buyerKeyOf),
    // One id with another content goes on, and orders decides which of the two holds.
    identityOf: fact => `${fact.orderId}/${fact.eventId}/${fact.hash}`,
  });
