import { noSuchOrder, orderInSeveralChannels } from './order.problems';

/**
 * The one order that was meant, of those that the caller may see.
 *
 * @throws Problem 404 when there is none, 409 when two channels share the id and none was named.
 */
export function oneOrder<O extends { channelId: string }>(orderId: string, visible: readonly O[]): O {
  const [first, ...others] = visible;
  if (first === undefined) throw noSuchOrder(orderId);
  if (others.length > 0) throw orderInSeveralChannels(orderId, visible.map(order => order.channelId).sort());
  return first;
}
