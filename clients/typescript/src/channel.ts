import { randomUUID } from 'node:crypto';
import type { AnswerOf } from './calls';
import { sendPatiently, type Patience } from './patience';
import { problemOf } from './problem';
import type { paths } from './schema';
import { signWebhook } from './webhook';

export interface ChannelOptions extends Patience {
  baseUrl: string;
  channelId: string;
  /** `whsec_…`, as `POST /v1/channels` gave it. */
  secret: string;
  /** Node's own unless told. */
  fetch?: typeof globalThis.fetch;
}

/** An order paid, shipped, received, refunded or closed, as a sales channel tells it. */
export type OrderEvent =
  paths['/v1/orders/events']['post']['requestBody']['content']['application/json']['events'][number];

/** `accepted`, `duplicates` and `refused` sum to the events sent. */
export type OrderEventsAnswer = AnswerOf<'post', '/v1/orders/events'>;

/** A sales channel: it signs what it sends and carries no token. */
export interface Channel {
  /**
   * Sends 1 to 500 events; they are durable once this returns. An event of which `refused` speaks was malformed: the
   * others were taken in all the same.
   *
   * @throws ChuanliuProblem when the whole delivery is refused
   */
  sendOrderEvents(events: readonly OrderEvent[]): Promise<OrderEventsAnswer>;
}

export function createChannel(options: ChannelOptions): Channel {
  const { baseUrl, channelId, secret, fetch = globalThis.fetch } = options;
  const path = '/v1/orders/events';
  return {
    async sendOrderEvents(events) {
      const body = JSON.stringify({ events });
      const deliveryId = randomUUID(); // One for all repeats: the first answer is given again.
      const attempt = () =>
        fetch(`${baseUrl.replace(/\/$/, '')}${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-channel-id': channelId,
            ...signWebhook(secret, deliveryId, body),
          },
          body,
        });
      const answer = await sendPatiently(attempt, options, true);
      if (!answer.ok) throw await problemOf(answer, `POST ${path}`);
      return (await answer.json()) as OrderEventsAnswer;
    },
  };
}
