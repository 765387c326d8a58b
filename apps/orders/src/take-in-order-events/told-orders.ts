import type { DataOf } from '@chuanliu/contracts/define-event';
import type { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import type { EventMeta, EventOf } from '@chuanliu/messaging/on-events';
import type { OrderFact } from '../domain/order-fact';
import { inKeyOrder, nameOf, type OrderKey } from '../storage/order-key';

type TakenIn = EventOf<typeof orderEventTakenIn>;

/** What one slice tells of one order. */
export interface ToldOrder extends OrderKey {
  /** Distinct in the slice; some may be kept already. */
  readonly facts: OrderFact[];
  /** The last event: announcements continue its request. */
  cause: EventMeta;
}

/** The slice's events by order, in the order of the primary keys. */
export function toldOrders(events: readonly TakenIn[]): ToldOrder[] {
  const orders = new Map<string, ToldOrder>();
  for (const { data, meta } of events) {
    const name = nameOf(data);
    const order = orders.get(name);
    if (order) {
      order.facts.push(factOf(data));
      order.cause = meta;
    } else {
      orders.set(name, { channelId: data.channelId, orderId: data.orderId, facts: [factOf(data)], cause: meta });
    }
  }
  return inKeyOrder(orders.values());
}

/** Those facts that are not kept yet, each once. One eventId and hash is one event, however often it is told. */
export function newFacts(told: readonly OrderFact[], kept: readonly OrderFact[]): OrderFact[] {
  if (told.length === 1 && kept.length === 0) return [...told];
  const seen = new Set(kept.map(nameOfFact));
  return told.filter(fact => {
    const isNew = !seen.has(nameOfFact(fact));
    seen.add(nameOfFact(fact));
    return isNew;
  });
}

const nameOfFact = ({ eventId, hash }: OrderFact): string => `${eventId}/${hash}`;

/** @throws when an event lacks the payment or refund that its type promises: a broken message, to be parked */
function factOf(event: DataOf<typeof orderEventTakenIn>): OrderFact {
  const { eventId, type, occurredAt, hash, contentHash, payment, refund } = event;
  const told = { eventId, occurredAt, hash, contentHash };
  if (type === 'order-paid') {
    if (!payment) throw new Error(`event ${eventId} is an order-paid without a payment`);
    return { type, payment, ...told };
  }
  if (type === 'order-refunded') {
    if (!refund) throw new Error(`event ${eventId} is an order-refunded without a refund`);
    return { type, refund, ...told };
  }
  return { type, ...told };
}
