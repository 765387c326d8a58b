import { createHmac, timingSafeEqual } from 'node:crypto';
import type { webhooks } from './schema';

/** How far the sender's clock may be from ours, in seconds, either way. */
const toleranceSeconds = 300;

/** A webhook that is not to be believed, and why. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';

  constructor(readonly reason: 'header-missing' | 'timestamp-out-of-tolerance' | 'signature-mismatch') {
    super(`The webhook is not to be believed: ${reason}`);
  }
}

/** What the system tells a party's webhook; `type` says which it is. More types may come: pass over those you do not know. */
export type WebhookMessage = {
  [T in keyof webhooks]: webhooks[T] extends { post: { requestBody?: { content: { 'application/json': infer M } } } }
    ? M
    : never;
}[keyof webhooks];

export interface VerifiedWebhook {
  /** The same when a message is sent again: keep it, and pass over what you have had. */
  id: string;
  /** When it was sent. */
  sentAt: Date;
  /** The body, parsed: what the description says of it is not checked again. */
  payload: WebhookMessage;
}

type IncomingHeaders = Headers | Record<string, string | string[] | undefined>;

/**
 * Checks a webhook's signature as Standard Webhooks have it.
 *
 * @param rawBody the body as it came over the wire; parsed and written again it is another text
 * @param secret `whsec_…`, or several while one takes the place of another
 * @throws WebhookRefused when a header is missing, the message is old, or no signature fits
 */
export function verifyWebhook(
  headers: IncomingHeaders,
  rawBody: string | Uint8Array,
  secret: string | readonly string[],
): VerifiedWebhook {
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  if (!id || !timestamp || !signatures) throw new WebhookRefused('header-missing');
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : NaN;
  if (!(Math.abs(Date.now() / 1_000 - seconds) <= toleranceSeconds))
    throw new WebhookRefused('timestamp-out-of-tolerance');

  const secrets = typeof secret === 'string' ? [secret] : secret;
  const expected = secrets.map(each => macOf(each, id, timestamp, rawBody));
  const given = signatures.split(' ').flatMap(text => (text.startsWith('v1,') ? [macIn(text)] : []));
  const fits = given.some(mac => expected.some(right => mac.length === right.length && timingSafeEqual(mac, right)));
  if (!fits) throw new WebhookRefused('signature-mismatch');
  return {
    id,
    sentAt: new Date(seconds * 1_000),
    payload: JSON.parse(Buffer.from(rawBody).toString('utf8')) as WebhookMessage,
  };
}

/** The headers that sign a message now. */
export function signWebhook(secret: string, id: string, rawBody: string | Uint8Array): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = `v1,${macOf(secret, id, timestamp, rawBody).toString('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
}

const macIn = (signature: string): Buffer => Buffer.from(signature.slice('v1,'.length), 'base64');

function macOf(secret: string, id: string, timestamp: string, body: string | Uint8Array): Buffer {
  if (!secret.startsWith('whsec_')) throw new TypeError('A webhook secret begins with whsec_');
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}

function headerOf(headers: IncomingHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return Array.isArray(found) ? found.join(' ') : found;
}
