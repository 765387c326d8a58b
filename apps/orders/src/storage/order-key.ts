/** Names an order: ids of orders are unique in their channel only. */
export interface OrderKey {
  readonly channelId: string;
  readonly orderId: string;
}

/** As a key of a map; no id contains a slash. */
export const nameOf = ({ channelId, orderId }: OrderKey): string => `${channelId}/${orderId}`;

/** In the order of the primary keys: rows are locked and inserted in it. */
export function inKeyOrder<K extends OrderKey>(keys: Iterable<K>): K[] {
  return [...keys].sort((a, b) => compare(a.orderId, b.orderId) || compare(a.channelId, b.channelId));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As rows of an `(order_id, channel_id) IN (?)`. */
export const asTuples = (keys: readonly OrderKey[]): string[][] => keys.map(key => [key.orderId, key.channelId]);

/** MariaDB turns an IN list of a thousand constants into a join with a temporary table, which no longer uses the key. */
const MOST_AT_ONCE = 400;

/** The list in portions that one IN list may hold. */
export function inPortions<T>(list: readonly T[]): T[][] {
  const portions: T[][] = [];
  for (let start = 0; start < list.length; start += MOST_AT_ONCE)
    portions.push(list.slice(start, start + MOST_AT_ONCE));
  return portions;
}
