import type { EventDefinition } from '@chuanliu/contracts/define-event';
import type { Tx } from '@chuanliu/database/tx';
import type { EventMeta, EventOf } from './on-events';

/** A message as it came from the broker. `topic` is the stream's name in the contracts, without the namespace. */
export interface Incoming {
  topic: string;
  partition: number;
  offset: number;
  key: string;
  type: string;
  eventId: Buffer | null;
  headers: Record<string, string>;
  payload: Buffer;
}

/** A method that hears one event type. */
export interface Hearer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  event: EventDefinition<any>;
  fenced: boolean;
  /** A text without which an event does not concern it: see OnEvents. */
  onlyWith: Buffer | undefined;
  /** Whether anything is done with its events now: see OnEvents. */
  isAwaited: ((tx: Tx) => Promise<boolean>) | undefined;
  /** Facts are heard before the sales that they decide. */
  rank: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each hearer knows its own event
  handle: (events: EventOf<any>[], tx: Tx) => Promise<void>;
}

/** A message that was read: an event for a hearer, or the reason why it can be none. */
export type Read = { incoming: Incoming; hearer: Hearer; data: unknown } | { incoming: Incoming; fault: string };

/**
 * Reads a message against its schema; null for one that is deliberately not heard.
 * @param idle hearers that do nothing with their events now: these stay unread, without data
 */
export function readIncoming(
  incoming: Incoming,
  hearers: Map<string, Hearer>,
  ignores: Set<string>,
  idle: ReadonlySet<Hearer> = new Set(),
): Read | null {
  if (ignores.has(incoming.type)) return null;
  const hearer = hearers.get(incoming.type);
  if (!hearer) return { incoming, fault: `nobody here hears events of type "${incoming.type}"` };
  if (hearer.onlyWith && !incoming.payload.includes(hearer.onlyWith)) return null;
  if (!incoming.eventId) return { incoming, fault: 'its header eventId is no UUID' };
  if (idle.has(hearer)) return { incoming, hearer, data: undefined };
  let data: unknown;
  try {
    data = JSON.parse(incoming.payload.toString('utf8'));
  } catch {
    return { incoming, fault: 'its payload is not JSON' };
  }
  if (!hearer.event.check(data)) {
    const faults = (hearer.event.check.errors ?? [])
      .slice(0, 5)
      .map(error => `${error.instancePath || '/'} ${error.message}`);
    return { incoming, fault: `it breaks the schema of ${incoming.type}: ${faults.join('; ')}` };
  }
  return { incoming, hearer, data };
}

export function metaOf(incoming: Incoming): EventMeta {
  const { topic, partition, offset, key, headers } = incoming;
  return {
    eventId: headers.eventId ?? '',
    topic,
    partition,
    offset,
    key,
    requestId: headers.requestId,
    traceparent: headers.traceparent,
  };
}
