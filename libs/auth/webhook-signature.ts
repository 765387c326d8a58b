import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** How far a webhook's clock may be from ours, in seconds, either way. */
export const toleranceSeconds = 300;
const prefix = 'whsec_';

/** Why a signature was not accepted. */
export type SignatureRefusal =
  | 'header-missing'
  | 'timestamp-malformed'
  | 'timestamp-too-old'
  | 'timestamp-in-future'
  | 'signature-malformed'
  | 'signature-mismatch';

export interface SignedMessage {
  id: string;
  /** Seconds since 1970, as text: it is signed as it is written. */
  timestamp: string;
  /** The body as it came over the wire, byte for byte. */
  body: Buffer | string;
}

/** A fresh secret in the Standard Webhooks manner. */
export function createWebhookSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/** The `webhook-signature` of a message: `v1,<base64>`. */
export function signWebhook(secret: string, message: SignedMessage): string {
  return `v1,${macOf(secret, message).toString('base64')}`;
}

/**
 * Checks a message against every secret that is valid now (two while one rotates).
 *
 * @param signatures the header's text: one or more `v1,<base64>`, separated by blanks; other versions are passed over.
 * @param nowSeconds our clock, in seconds since 1970.
 * @returns null when one signature fits one secret, else why not.
 */
export function refusalOfSignature(
  secrets: readonly string[],
  message: Partial<SignedMessage>,
  signatures: string | undefined,
  nowSeconds: number,
): SignatureRefusal | null {
  const { id, timestamp, body } = message;
  if (!id || !timestamp || !signatures || body === undefined) return 'header-missing';
  if (!/^\d{1,12}$/.test(timestamp)) return 'timestamp-malformed';
  if (Number(timestamp) < nowSeconds - toleranceSeconds) return 'timestamp-too-old';
  if (Number(timestamp) > nowSeconds + toleranceSeconds) return 'timestamp-in-future';

  const candidates = signatures
    .split(' ')
    .filter(text => text.startsWith('v1,'))
    .map(macFrom);
  const wellFormed = candidates.filter(mac => mac.length === 32);
  if (wellFormed.length === 0) return 'signature-malformed';
  let fits = false;
  for (const secret of secrets) {
    const expected = macOf(secret, { id, timestamp, body });
    // No early exit: the time taken tells nothing about which secret or signature fitted.
    for (const mac of wellFormed) fits = timingSafeEqual(mac, expected) || fits;
  }
  return fits ? null : 'signature-mismatch';
}

function macFrom(signature: string): Buffer {
  return Buffer.from(signature.slice('v1,'.length), 'base64');
}

function macOf(secret: string, { id, timestamp, body }: SignedMessage): Buffer {
  if (!secret.startsWith(prefix)) throw new Error('A webhook secret begins with whsec_');
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}
