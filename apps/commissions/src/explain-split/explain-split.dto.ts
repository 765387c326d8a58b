import type { SaleOutcome } from '@chuanliu/split-rules/split-commission';
import type { ExplainedShare } from '../domain/formula';
import type { LineState } from '../domain/line-state';

/** The rates that a split was computed with, of a settled line those that were settled; what does not apply to the sale is null. */
export interface ExplainedTerms {
  commissionBps: number | null;
  serviceBps: number | null;
  secondServiceBps: number | null;
  techFeeBps: number;
  promotionFeeBps: number | null;
  assistBps: number | null;
  agencyBps: number | null;
  agencyId: string | null;
  effectiveFrom: string | null;
}

export interface ExplainedLine {
  lineNo: number;
  /** 0 while the line waits for the terms of its pick: nothing of it has been caught up with. */
  orderRevision: number;
  /** As orderRevision. */
  decisionRevision: number;
  /** Counts the announcements of this line's split. */
  revision: number;
  outcome: SaleOutcome;
  promoterId: string | null;
  state: LineState;
  /** null for gifts, for lines that the payment in force lacks, and while the terms are waited for. */
  terms: ExplainedTerms | null;
  baseFen: number;
  shares: ExplainedShare[];
}

export interface SplitsOfOrder {
  lines: ExplainedLine[];
}
