import { DiscoveryService } from '@nestjs/core';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import type { Tx } from '@chuanliu/database/tx';

/** Where an event came from, and what it belongs to. */
export interface EventMeta {
  eventId: string;
  topic: string;
  partition: number;
  offset: number;
  key: string;
  requestId?: string;
  traceparent?: string;
}

/** One event as a handler gets it: its data fits its schema, and it was not handled before. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
export interface EventOf<D extends EventDefinition<any>> {
  data: DataOf<D>;
  meta: EventMeta;
}

export interface Hearing {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  event: EventDefinition<any>;
  /** See OnEvents. */
  fenced?: boolean;
  /** See OnEvents. */
  onlyWith?: string;
  /** See OnEvents. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the provider whose method is marked
  onlyIf?: (provider: any, tx: Tx) => Promise<boolean>;
}

/** The mark that OnEvents leaves on a method; the strategy collects marked methods of all providers. */
export const hearing = DiscoveryService.createDecorator<Hearing>();

/**
 * Marks a method `(events: EventOf<…>[], tx: Tx) => Promise<void>` as the hearer of one event type. It is called once
 * per slice with all of the slice's events of that type, inside the slice's transaction; it must write nothing else.
 *
 * @param options.fenced the slice holds every position of the group, so that no slice of another instance is under
 *   way meanwhile: needed by facts that concern rows which another instance may just be writing (late knowledge)
 * @param options.onlyWith a text that stands in the payload of every event that concerns the service, such as a state with
 *   its quotes: events without it pass unread, neither checked nor noted. For a service that needs little of what it is told
 * @param options.onlyIf asked once a slice: while it says no, events are noted and pass unread, so that one that comes
 *   again later is still known as a repeat. For a service that nobody asked yet
 */
export const OnEvents = (event: Hearing['event'], options: Omit<Hearing, 'event'> = {}): MethodDecorator =>
  hearing({ event, ...options });
