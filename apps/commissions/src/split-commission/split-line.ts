import { hash } from 'node:crypto';
import { splitCommission, type Share } from '@chuanliu/split-rules/split-commission';
import { termsInForce, type KnownRates } from '@chuanliu/split-rules/terms-in-force';
import { basisDigest, type Basis } from '../domain/basis';
import { splitSteps, type SplitStep } from '../domain/split-steps';
import type { SaleFacts, SaleLine } from '../storage/sale-line';

/** A line split by what is known now. */
export interface LineSplit {
  /** The payment, then each refund; none when the payment in force lacks the line. */
  steps: SplitStep[];
  /** What everybody whom the decision and the terms name has now, at 0 as well. A gift names nobody. */
  shares: Share[];
  baseFen: number;
  /** What divides the line; null for a line that the payment in force lacks, while its terms are not known. */
  basis: { digest: string; techFeeBps: number } | null;
  /** Differs exactly when what is to be announced differs. */
  announcementHash: string;
}

/** @returns undefined when the line has to wait for the terms of its pick */
export function splitLine({ facts, frozenTerms }: SaleLine, known: KnownRates): LineSplit | undefined {
  const terms = frozenTerms ?? termsInForce(facts, known);
  if (!facts.present) {
    const basis = terms ? named({ decision: facts, terms }) : null;
    return { steps: [], shares: [], baseFen: 0, basis, announcementHash: hashOf(facts, basis, []) };
  }
  if (!terms) return undefined;
  const basis = named({ decision: facts, terms });
  const steps = splitSteps(facts, facts, terms);
  const { baseFen } = steps.at(-1)!;
  const shares = facts.outcome === 'void' ? [] : splitCommission(baseFen, facts, terms);
  return { steps, shares, baseFen, basis, announcementHash: hashOf(facts, basis, steps) };
}

const named = (basis: Basis) => ({ digest: basisDigest(basis), techFeeBps: basis.terms.techFeeBps });

function hashOf(facts: SaleFacts, basis: LineSplit['basis'], steps: SplitStep[]): string {
  const { brandId, paymentChannel, orderRevision, decisionRevision, outcome } = facts;
  const heading = [brandId, paymentChannel, orderRevision, decisionRevision, outcome, basis?.digest];
  return hash('sha256', JSON.stringify([...heading, steps]), 'base64url');
}
