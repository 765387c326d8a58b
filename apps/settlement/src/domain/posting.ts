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

/** Why the ledger moved. The first two belong to a line of an order, the others to what their reference names. */
export type CauseKind =
  | 'paid'
  | 'refund'
  /** A run made what was pending available. */
  | 'settlement'
  | 'rebate'
  | 'payout'
  | 'payout-confirmed'
  | 'payout-failed'
  /** An adjustment by hand, approved by a second person. */
  | 'manual';

/** What made a posting necessary. All of it is identity: another instant or transaction is another cause. */
export interface Cause {
  kind: CauseKind;
  /** The refund's id; null for everything else. */
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

/** The cause in a few words: `paid`, `refund r-1`, `payout po-7`. */
export const inWords = ({
  kind,
  refundId,
  reference = null,
}: Pick<Cause, 'kind' | 'refundId'> & { reference?: string | null }): string => {
  const what = refundId ?? reference;
  return what === null ? kind : `${kind} ${what}`;
};
