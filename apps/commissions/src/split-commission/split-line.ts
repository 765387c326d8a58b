import { hash } from 'node:crypto';
import { ZERO, type Fen } from '@chuanliu/money/fen';
import { splitCommission, type Share } from '@chuanliu/split-rules/split-commission';
import { termsInForce, type KnownRates } from '@chuanliu/split-rules/terms-in-force';
import { basisDigest, basisText, isSameDecision, type Basis } from '../domain/basis';
import { splitSteps, type SplitStep } from '../domain/split-steps';
import { inForce, withDecision, type SaleFacts, type SaleLine, type Settled } from '../storage/sale-line';

/** A line split by what is known now, or by what settlement fixed. */
export interface LineSplit {
  /** The payment, then each refund; none when the payment in force lacks the line. */
  steps: SplitStep[];
  /** What everybody whom the decision and the terms name has now, at 0 as well. A gift names nobody. */
  shares: Share[];
  baseFen: Fen;
  /** What divides the line; null for a line that the payment in force lacks, while its terms are not known. */
  basis: { digest: string; text: string; techFeeBps: number } | null;
  /** Of a settled line: what would divide it by all that is known now, if that is something else. */
  late: LateBasis | undefined;
  /** Differs exactly when what is to be announced differs. */
  announcementHash: string;
}

export interface LateBasis {
  decisionRevision: number;
  outcome: SaleFacts['outcome'];
  /** Missing while the terms of that decision are not known. */
  basis?: string;
}

/** @returns undefined when the line has to wait for the terms of its pick */
export function splitLine(line: SaleLine, known: KnownRates): LineSplit | undefined {
  const facts = inForce(line);
  const { settled } = line;
  const terms = settled?.basis.terms ?? termsInForce(facts, known);
  if (!terms && facts.present) return undefined;
  const basis = terms ? named({ decision: facts, terms }) : null;
  const late = settled && facts.present ? lateBasis(line.facts, settled, known) : undefined;
  const split = terms && facts.present ? divided(facts, terms) : { steps: [], shares: [], baseFen: ZERO };
  // A settled line stays in the lists of those whom it names, though its payment was replaced by one that lacks it.
  if (settled && !facts.present) split.shares = sharesOf(facts, settled.basis.terms, ZERO);
  return { basis, late, announcementHash: hashOf(facts, basis, late, split.steps), ...split };
}

function divided(facts: SaleFacts, terms: Basis['terms']): Pick<LineSplit, 'steps' | 'shares' | 'baseFen'> {
  const steps = splitSteps(facts, facts, terms);
  const { baseFen } = steps.at(-1)!;
  return { steps, shares: sharesOf(facts, terms, baseFen), baseFen };
}

const sharesOf = (facts: SaleFacts, terms: Basis['terms'], baseFen: Fen): Share[] =>
  facts.outcome === 'void' ? [] : splitCommission(baseFen, facts, terms);

const named = (basis: Basis) => ({
  digest: basisDigest(basis),
  text: basisText(basis),
  techFeeBps: basis.terms.techFeeBps,
});

/**
 * What came too late for a settled line: another decision, told beside the settled one or still in its place, or other
 * rates for the same decision.
 */
function lateBasis(told: SaleFacts, { basis, decisionRevision }: Settled, known: KnownRates): LateBasis | undefined {
  const decision = told.late ?? told;
  const terms = termsInForce(withDecision(told, decision), known);
  if (isSameDecision(decision, basis.decision)) {
    if (!terms) return undefined;
    const digest = basisDigest({ decision, terms });
    return digest === basisDigest(basis) ? undefined : { decisionRevision, outcome: decision.outcome, basis: digest };
  }
  const revision = told.late?.revision ?? told.decisionRevision;
  const digest = terms && basisDigest({ decision, terms });
  return { decisionRevision: revision, outcome: decision.outcome, ...(digest && { basis: digest }) };
}

function hashOf(
  facts: SaleFacts,
  basis: LineSplit['basis'],
  late: LineSplit['late'],
  steps: readonly SplitStep[],
): string {
  const { brandId, paymentChannel, orderRevision, decisionRevision, outcome } = facts;
  const heading = [brandId, paymentChannel, orderRevision, decisionRevision, outcome, basis?.digest];
  return hash('sha256', JSON.stringify(late ? [...heading, late, steps] : [...heading, steps]), 'base64url');
}
