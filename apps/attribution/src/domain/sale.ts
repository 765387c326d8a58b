import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Fen } from '@chuanliu/money/fen';

/** A refund that counts, as far as the base is concerned. Amounts in fen, not negative. */
export interface Refund {
  refundId: string;
  occurredAt: UtcInstant;
  refundFen: Fen;
  subsidyFen: Fen;
  freightFen: Fen;
  transactionId: string | null;
}

/** One paid order line: what the rules of attribution and of the river ask about. */
export interface Sale {
  channelId: string;
  orderId: string;
  lineNo: number;
  brandId: string;
  /** null: the buyer is anonymous. */
  buyerKey: string | null;
  orderedAt: UtcInstant;
  paidAt: UtcInstant;
  productId: string;
  paidFen: Fen;
  platformSubsidyFen: Fen;
  surface: string;
  /** The account on whose content the purchase was made. */
  accountId: string | null;
  promotionCode: string | null;
}

/** Every rule that examines candidates, by the name that explanations show. */
export type RuleName = 'carried-code' | 'purchase-surface' | 'last-click';

export type RefusalReason =
  | 'unknown-code'
  | 'code-for-other-product'
  | 'code-not-started'
  | 'code-ended'
  | 'promoter-suspended'
  | 'self-purchase'
  | 'no-terms-in-force'
  | 'unknown-account'
  | 'foreign-brand-account'
  | 'not-picked'
  | 'names-nobody';

/** One examination: who or what was looked at, and what came of it. */
export interface Candidate {
  rule: RuleName;
  /** The touch that named them, and when it was. */
  touchId?: string;
  occurredAt?: UtcInstant;
  promotionCode?: string;
  accountId?: string;
  promoterId?: string;
  verdict: 'won' | 'refused';
  reason?: RefusalReason;
}

/** Who brought a sale, and everyone who was examined on the way, in order; the winner comes last. */
export interface Decision {
  outcome: 'distribution' | 'self-broadcast' | 'organic' | 'void';
  /** null unless the outcome is distribution. */
  promoterId: string | null;
  pickId: string | null;
  candidates: Candidate[];
  /** Who shares the winner's assist part, in byte order. */
  assistantIds: string[];
}

/** The candidate that decided, if any did: organic and void sales have none. */
export const winnerOf = (decision: Decision): Candidate | undefined =>
  decision.candidates.find(candidate => candidate.verdict === 'won');

/** Whether two decisions name the same outcome, winner, pick and assistants, whoever else was examined. */
export const isSameDecision = (a: Decision, b: Decision): boolean =>
  a.outcome === b.outcome &&
  a.promoterId === b.promoterId &&
  a.pickId === b.pickId &&
  a.assistantIds.join() === b.assistantIds.join();
