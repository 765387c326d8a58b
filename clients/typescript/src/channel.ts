import { randomUUID } from 'node:crypto';
import type { AnswerOf, BodyOf } from './calls';
import { sendPatiently, type Patience } from './patience';
import { problemOf } from './problem';
import { signWebhook } from './webhook';

export interface ChannelOptions extends Patience {
  baseUrl: string;
  channelId: string;
  /** `whsec_…`, as `POST /v1/channels` gave it. */
  secret: string;
  /** Node's own unless told. */
  fetch?: typeof globalThis.fetch;
}

type DeliveryPath = '/v1/orders/events' | '/v1/touches';

/** An order paid, shipped, received, refunded or closed, as a sales channel tells it. */
export type OrderEvent = BodyOf<'post', '/v1/orders/events'>['events'][number];

/** `accepted`, `duplicates` and `refused` sum to the events sent. */
export type OrderEventsAnswer = AnswerOf<'post', '/v1/orders/events'>;

/** A buyer met a product: saw it, clicked on it or put it into a cart. */
export type Touch = BodyOf<'post', '/v1/touches'>['touches'][number];

/** `accepted`, `duplicates` and `refused` sum to the touches sent. */
export type TouchesAnswer = AnswerOf<'post', '/v1/touches'>;

/** A sales channel: it signs what it sends and carries no token. */
export interface Channel {
  /**
   * Sends 1 to 500 events; they are durable once this returns. An event of which `refused` speaks was malformed: the
   * others were taken in all the same.
   *
   * @throws ChuanliuProblem when the whole delivery is refused
   */
  sendOrderEvents(events: readonly OrderEvent[]): Promise<OrderEventsAnswer>;
  /** Sends 1 to 1000 touches, as sendOrderEvents does events. */
  sendTouches(touches: readonly Touch[]): Promise<TouchesAnswer>;
}

export function createChannel(options: ChannelOptions): Channel {
  return {
    sendOrderEvents: events => deliver(options, '/v1/orders/events', { events: [...events] }),
    sendTouches: touches => deliver(options, '/v1/touches', { touches: [...touches] }),
  };
}

async function deliver<P extends DeliveryPath>(
  options: ChannelOptions,
  path: P,
  delivery: BodyOf<'post', P>,
): Promise<AnswerOf<'post', P>> {
  const { baseUrl, channelId, secret, fetch = globalThis.fetch } = options;
  const body = JSON.stringify(delivery);
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
  return (await answer.json()) as AnswerOf<'post', P>;
}
