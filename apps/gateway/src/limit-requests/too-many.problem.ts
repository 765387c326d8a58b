import { Problem } from '@chuanliu/problems/problem';

/** @param seconds after which a request will be let through again. */
export const tooManyRequests = (seconds: number) =>
  new Problem('too-many', 'too-many-requests', 'More requests than are taken in a second', {
    retryAfterSeconds: Math.max(1, Math.ceil(seconds)),
  });
