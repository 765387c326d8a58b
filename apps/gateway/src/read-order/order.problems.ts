import { Problem } from '@chuanliu/problems/problem';

/** The one answer for an order that does not exist, is not paid yet, or is somebody else's. */
export const noSuchOrder = (orderId: string) =>
  new Problem('absent', 'orders/no-such-order', 'There is no such order', { orderId });

export const orderInSeveralChannels = (orderId: string, channelIds: string[]) =>
  new Problem('conflict', 'orders/order-in-several-channels', 'Two channels share this order id: name the channel', {
    orderId,
    channelIds,
  });
