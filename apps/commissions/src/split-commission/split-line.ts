import { hash } from 'node:crypto';
import { splitCommission, type Share } from '@chuanliu/split-rules/split-commission';
import { termsInForce, type KnownRates } from '@chuanliu/split-rules/terms-in-force';
import { splitSteps, type SplitStep } from '../domain/split-steps';
import type { SaleFacts, SaleLine } from '../storage/sale-line';

/** A line split by what is known now. */
export interface LineSplit {
  /** The payment, then each refund; none when the payment in force lacks the line. */
  steps: SplitStep[];
  /** What everybody whom the decision and the terms name has now, at 0 as well. A gift names nobody. */
  shares: Share[];
  baseFen: number;
  /** Differs exactly when what is to be announced differs. */
  announcementHash: string;
}

/** @returns undefined when the line has to wait for the terms of its pick */
export function splitLine({ facts, frozenTerms }: SaleLine, known: KnownRates): LineSplit | undefined {
  if (!facts.present) return { steps: [], shares: [], baseFen: 0, announcementHash: hashOf(facts, []) };
  const terms = frozenTerms ?? termsInForce(facts, known);
  if (!terms) return undefined;
  const steps = splitSteps(facts, facts, terms);
  const { baseFen } = steps.at(-1)!;
  const shares = facts.outcome === 'void' ? [] : splitCommission(baseFen, facts, terms);
  return { steps, shares, baseFen, announcementHash: hashOf(facts, steps) };
}

function hashOf(facts: SaleFacts, steps: SplitStep[]): string {
  const { brandId, paymentChannel, orderRevision, decisionRevision, outcome } = facts;
  const announced = JSON.stringify([brandId, paymentChannel, orderRevision, decisionRevision, outcome, steps]);
  return hash('sha256', announced, 'base64url');
}
