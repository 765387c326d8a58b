/** An order of a channel. */
export interface OrderId {
  channelId: string;
  orderId: string;
}

/** An order's place in maps; no id holds a blank. */
export const orderName = ({ channelId, orderId }: OrderId): string => `${orderId} ${channelId}`;

/** As `(order_id, channel_id)` lists it. */
export const orderTuple = ({ channelId, orderId }: OrderId): [string, string] => [orderId, channelId];

/** Each order once, in the order of its key: whoever locks several takes them in this order. */
export function inOrderOfKey<O extends OrderId>(orders: Iterable<O>): O[] {
  const unique = new Map<string, O>();
  for (const order of orders) unique.set(orderName(order), order);
  return [...unique.values()].sort((a, b) => compare(a.orderId, b.orderId) || compare(a.channelId, b.channelId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Longer lists of values make MariaDB choose another way to read. */
const LONGEST_LIST = 500;

/** A list cut into pieces that fit into one IN. */
export function* inLists<V>(values: readonly V[]): Generator<V[]> {
  for (let start = 0; start < values.length; start += LONGEST_LIST) yield values.slice(start, start + LONGEST_LIST);
}
