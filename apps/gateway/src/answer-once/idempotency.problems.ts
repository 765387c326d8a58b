import { Problem } from '@chuanliu/problems/problem';

export const keyRequired = () =>
  new Problem('malformed', 'idempotency-key-required', 'This request moves money and needs an Idempotency-Key', {
    errors: [{ pointer: '', problem: 'the header Idempotency-Key is required' }],
  });

export const keyMalformed = () =>
  new Problem('malformed', 'idempotency-key-malformed', 'An Idempotency-Key has 1 to 255 printable ASCII characters');

export const keyReused = () =>
  new Problem('invalid', 'idempotency-key-reused', 'This key has already been used for another request');

export const stillWorking = () =>
  new Problem('conflict', 'request-in-progress', 'The first request with this key has not been answered yet');
