import { Problem } from '@chuanliu/problems/problem';

export const indexIsBeingBuilt = () =>
  new Problem('unavailable', 'product-pool/index-is-being-built', 'The pool’s index is being built', {
    retryAfterSeconds: 2,
  });

export const indexIsOutOfReach = () =>
  new Problem('unavailable', 'product-pool/index-is-out-of-reach', 'The pool’s index does not answer', {
    retryAfterSeconds: 5,
  });

/** A category that a query names. */
export const categoryUnknown = (categoryId: string) =>
  new Problem('invalid', 'product-pool/no-such-category', 'There is no such category', {
    categoryId,
    errors: [{ pointer: '/category', problem: 'is not a known category' }],
  });

export const rangeIsEmpty = (from: string, to: string) =>
  new Problem('invalid', 'product-pool/range-is-empty', 'The range ends before it begins', {
    errors: [{ pointer: `/${from}`, problem: `must not be greater than ${to}` }],
  });
