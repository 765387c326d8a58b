import type { SignatureRefusal } from '@chuanliu/auth/webhook-signature';
import { Problem } from '@chuanliu/problems/problem';

export const headersMissing = () =>
  new Problem('unauthenticated', 'gateway/webhook-headers-missing', 'The request is not signed as a webhook is', {
    detail:
      'Needed are webhook-id (1 to 256 printable characters), webhook-timestamp, webhook-signature, x-channel-id.',
  });

export const unknownChannel = () =>
  new Problem('unauthenticated', 'gateway/unknown-channel', 'There is no such channel');

const timestampOutOfTolerance = (detail: string) =>
  new Problem('unauthenticated', 'gateway/webhook-timestamp-out-of-tolerance', 'The webhook is not of now', { detail });

const signatureMismatch = () =>
  new Problem('unauthenticated', 'gateway/webhook-signature-mismatch', 'No signature fits the body and the channel');

export const webhookIdReused = () =>
  new Problem('invalid', 'idempotency-key-reused', 'This webhook-id has already been used for another body');

export const malformedEnvelope = (items: string, most: number, errors: object[]) =>
  new Problem('malformed', 'gateway/malformed-envelope', `The body is not a list of 1 to ${most} ${items}`, { errors });

/** What the caller learns of a signature that was not accepted. */
export function problemOfSignature(refusal: SignatureRefusal): Problem {
  switch (refusal) {
    case 'header-missing':
      return headersMissing();
    case 'timestamp-malformed':
      return timestampOutOfTolerance('webhook-timestamp is in whole seconds since 1970.');
    case 'timestamp-too-old':
      return timestampOutOfTolerance('It was signed more than 300 seconds ago.');
    case 'timestamp-in-future':
      return timestampOutOfTolerance('It is dated more than 300 seconds from now.');
    case 'signature-malformed':
    case 'signature-mismatch':
      return signatureMismatch();
  }
}
