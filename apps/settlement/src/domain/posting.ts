import type { Fen } from '@chuanliu/money/fen';

export type ShareName =
  'promoter' | 'assist' | 'agency' | 'recruiter' | 'second-recruiter' | 'tech-fee' | 'promotion-fee' | 'brand';

/** What an entry stands for among a sale's shares; null on the side that pays: escrow, subsidy, excess refunds. */
export type EntryShare = ShareName | 'freight' | null;

/** One side of a posting: debit positive, credit negative. */
export interface Entry {
  account: string;
  share: EntryShare;
  amountFen: Fen;
}

/** What made a posting necessary. All of it is identity: another instant or transaction is another cause. */
export interface Cause {
  kind: 'paid' | 'refund';
  /** The refund's id; null for a payment. */
  refundId: string | null;
  /** The payment channel's number for it, by which bills are matched. */
  transactionId: string | null;
  /** When it happened (UTC, three decimals), not when it became known. */
  occurredAt: string;
}

/** Entries that sum to zero, and why they were made. */
export interface Posting {
  cause: Cause;
  entries: Entry[];
}

/** The cause in a few words: `paid`, `refund r-1`. */
export const inWords = ({ kind, refundId }: Pick<Cause, 'kind' | 'refundId'>): string =>
  refundId === null ? kind : `${kind} ${refundId}`;
