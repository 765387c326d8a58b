import { Problem } from '@chuanliu/problems/problem';

/** Also for a token that somebody else made: nothing is said of why. */
export const noSuchCartToken = () =>
  new Problem('absent', 'product-pool/no-such-cart-token', 'This is no cart token of ours');
