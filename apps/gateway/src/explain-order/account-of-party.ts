import type { Posting } from '../read-order/order-parts';

/** Whether a posting is on the account of a party: of this one alone, since ids may hold colons (`pr-1`, `pr-1:west`). */
export const isOnAccountOf = (kind: 'promoter' | 'brand', id: string, { account }: Posting): boolean =>
  account === `liability:${kind}:${id}:pending` || account === `liability:${kind}:${id}:available`;
