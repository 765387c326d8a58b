import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderEventsAnswer } from '@chuanliu/client';
import type { SystemUnderTest } from '@chuanliu/testing/system-under-test';

/** Seconds since 1970, as webhooks are dated. */
export const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

export interface Delivery {
  webhookId: string;
  body: string | Buffer;
  /** Seconds since 1970; now unless told. */
  timestamp?: number | string;
}

/** Headers of a webhook that its channel signed as Standard Webhooks are; written apart from the code under test. */
export function signedHeaders(
  channel: { id: string; secret: string },
  { webhookId, body, timestamp = nowSeconds() }: Delivery,
): Record<string, string> {
  const key = Buffer.from(channel.secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${webhookId}.${timestamp}.`).update(body).digest('base64');
  return {
    'content-type': 'application/json',
    'x-channel-id': channel.id,
    'webhook-id': webhookId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}

/**
 * Delivers a webhook as a patient channel does: the same id and the same body again and again, until it is told that
 * the events are durable. A door that is away, cuts the connection or answers 5xx or 429 is tried again.
 *
 * @throws for any other refusal, and after `timeoutMs`
 */
export async function deliverUntilTaken(
  { baseUrl, credentials }: Pick<SystemUnderTest, 'baseUrl' | 'credentials'>,
  delivery: Omit<Delivery, 'timestamp'>,
  timeoutMs = 90_000,
  path = '/v1/orders/events',
): Promise<OrderEventsAnswer> {
  let last = 'it was never answered';
  for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(100)) {
    try {
      const answer = await fetch(`${baseUrl}${path}`, {
        method: 'POST',
        headers: signedHeaders(credentials.channel, delivery),
        body: delivery.body,
        signal: AbortSignal.timeout(20_000),
      });
      const text = await answer.text();
      if (answer.status === 202) return JSON.parse(text) as OrderEventsAnswer;
      last = `${answer.status} ${text}`;
      if (answer.status < 500 && answer.status !== 429) break;
    } catch (fault) {
      last = String(fault);
    }
  }
  throw new Error(`webhook ${delivery.webhookId} was not taken: ${last}`);
}
