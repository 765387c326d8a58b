import type { BusinessDate, UtcInstant } from '@chuanliu/contracts/instants';

/** An order as the service orders knows it. */
export interface OrderPart {
  channelId: string;
  orderId: string;
  /** Counts changes of the payment and of the refunds that count. */
  orderRevision: number;
  brandId: string;
  orderedAt: UtcInstant;
  paidAt: UtcInstant;
  payment: { channel: string; transactionId: string; freightFen: number };
  state: string;
  lines: Array<{
    lineNo: number;
    productId: string;
    paidFen: number;
    platformSubsidyFen: number;
    refundedFen: number;
    baseFen: number;
    state: string;
  }>;
  refunds: RefundPart[];
}

/** A refund that counts. */
export interface RefundPart {
  refundId: string;
  lineNo: number;
  occurredAt: UtcInstant;
  refundFen: number;
  subsidyFen: number;
  freightFen: number;
  reason: string | null;
}

export interface Candidate {
  rule: string;
  touchId?: string;
  occurredAt?: UtcInstant;
  promotionCode?: string;
  accountId?: string;
  promoterId?: string;
  verdict: 'won' | 'refused';
  reason?: string;
}

export interface River {
  joined: boolean;
  return: { broughtBy: string; heldOut: boolean } | null;
  grants: Array<{ party: string; impressions: number; eligible: boolean; reason: string | null }>;
}

/** How attribution decided a line. */
export interface DecisionPart {
  lineNo: number;
  orderRevision: number;
  revision: number;
  outcome: string;
  rule: string | null;
  promoterId: string | null;
  pickId: string | null;
  accountId: string | null;
  policyVersion: string | null;
  candidates: Candidate[];
  river: River;
  /** Decisions that came after the line was settled, oldest first. */
  late: LateDecision[];
  appeals: Appeal[];
}

/** A decision without effect, and attribution's first revision that told it. */
export interface LateDecision {
  revision: number;
  rule: string | null;
  promoterId: string | null;
  pickId: string | null;
  assistantIds: string[];
}

/** What a party has against a decision, as it reads now. */
export interface Appeal {
  id: string;
  channelId: string;
  orderId: string;
  lineNo: number;
  /** `promoter:pr-1`, `brand:br-1`. */
  party: string;
  text: string;
  state: string;
  filedAt: UtcInstant;
  dueAt: UtcInstant;
  resolvedAt: UtcInstant | null;
  reason: string | null;
  /** What makes it good in the books, proposed or approved, and what its party gets by that. */
  adjustment: { adjustmentId: string; state: string; amountFen: number } | null;
  updatedAt: UtcInstant;
}

export interface Share {
  share: string;
  partyId: string | null;
  amountFen: number;
  formula: string;
}

/** How commissions divided a line. */
export interface SplitPart {
  lineNo: number;
  orderRevision: number;
  /** The decision's revision that was divided. */
  decisionRevision: number;
  revision: number;
  /** Of which base: what was paid and subsidised, less what was refunded. */
  baseFen: number;
  outcome: string;
  promoterId: string | null;
  /** As orders knows it, and frozen or settled where settlement said so. */
  state: string;
  terms: Record<string, unknown> | null;
  shares: Share[];
}

export interface Posting {
  postingId: string;
  occurredAt: UtcInstant;
  bookedOn: BusinessDate;
  account: string;
  debitFen?: number;
  creditFen?: number;
  cause: string;
}

/** A statement that holds a party's share of a line; the party as `promoter:pr-1`. */
export interface LineStatement {
  statementId: string;
  party: string;
}

/** What the ledger has of a line. */
export interface PostingsPart {
  lineNo: number;
  orderRevision: number;
  /** The split's revision that was posted. */
  splitRevision: number;
  postings: Posting[];
  statementIds: LineStatement[];
  /** What settlement recorded as come too late; the revision is the decision's. */
  tooLate: Array<{ decisionRevision: number; outcome: string; at: UtcInstant }>;
}

/** All that the services know of one order. */
export interface OrderParts {
  order: OrderPart;
  decisions: DecisionPart[];
  splits: SplitPart[];
  postings: PostingsPart[];
}

export const byLine = <L extends { lineNo: number }>(lines: readonly L[]): Map<number, L> =>
  new Map(lines.map(line => [line.lineNo, line]));
