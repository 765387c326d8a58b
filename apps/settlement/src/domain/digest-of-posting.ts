import { hash } from 'node:crypto';
import type { Cause, Entry } from './posting';

/** A posting as it stands in the books. */
export interface BookedPosting {
  postingId: string;
  bookedOn: string;
  cause: Cause;
  reference: string | null;
  line: { channelId: string; orderId: string; lineNo: number } | null;
  entries: readonly Entry[];
}

/**
 * SHA-256 of everything that a posting says, entries in their order. It is made when the posting is written; that a row
 * was changed since shows by another digest. The order of the parts is fixed for ever: sealed days are built on it.
 */
export function digestOfPosting({ postingId, bookedOn, cause, reference, line, entries }: BookedPosting): Buffer {
  const { kind, refundId, transactionId, occurredAt } = cause;
  const head = [postingId, occurredAt, bookedOn, kind, refundId, transactionId, reference];
  const sale = line && [line.channelId, line.orderId, line.lineNo];
  const sides = entries.map(({ account, share, amountFen }) => [account, share, amountFen]);
  return hash('sha256', JSON.stringify([...head, sale, sides]), 'buffer');
}
