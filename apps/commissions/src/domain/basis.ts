import { hash } from 'node:crypto';
import type { SaleParties } from '@chuanliu/split-rules/split-commission';
import type { SplitTerms } from '@chuanliu/split-rules/split-terms';

/** Who brought a sale, as far as its split depends on it. */
export interface SplitDecision extends Pick<SaleParties, 'outcome' | 'promoterId' | 'assistantIds'> {
  pickId: string | null;
}

/** All that a base is divided by. */
export interface Basis {
  decision: SplitDecision;
  terms: SplitTerms;
}

/**
 * Names a basis: equal digests divide equal amounts alike. The instant from which the terms hold divides nothing and is
 * left out, so that terms written anew with the same rates are the same basis.
 */
export function basisDigest({ decision, terms }: Basis): string {
  return hash('sha256', JSON.stringify(whatDivides(decision, terms)), 'base64url');
}

/** The basis as a text to be stored: the shortest that basisIn reads back. */
export const basisText = ({ decision, terms }: Basis): string =>
  JSON.stringify([...whatDivides(decision, terms), terms.effectiveFrom]);

/** The basis that basisText wrote. */
export function basisIn(text: string): Basis {
  const [outcome, promoterId, pickId, assistantIds, ...rates] = JSON.parse(text) as StoredBasis;
  const [commissionBps, serviceBps, secondServiceBps, assistBps, recruiterId, secondRecruiterId, ...fees] = rates;
  const [techFeeBps, promotionFeeBps, agencyBps, agencyId, effectiveFrom] = fees;
  const ofPick = { commissionBps, serviceBps, secondServiceBps, assistBps, recruiterId, secondRecruiterId };
  return {
    decision: { outcome, promoterId, pickId, assistantIds },
    terms: { ...ofPick, techFeeBps, promotionFeeBps, agencyBps, agencyId, effectiveFrom },
  };
}

type Dividing = [
  outcome: SplitDecision['outcome'],
  promoterId: string | null,
  pickId: string | null,
  assistantIds: readonly string[],
  commissionBps: number,
  serviceBps: number,
  secondServiceBps: number,
  assistBps: number,
  recruiterId: string | null,
  secondRecruiterId: string | null,
  techFeeBps: number,
  promotionFeeBps: number,
  agencyBps: number,
  agencyId: string | null,
];

type StoredBasis = [...Dividing, effectiveFrom: string | null];

// The order never changes: digests of old splits are compared with those of new ones.
const whatDivides = (decision: SplitDecision, terms: SplitTerms): Dividing => [
  decision.outcome,
  decision.promoterId,
  decision.pickId,
  decision.assistantIds.length < 2 ? decision.assistantIds : [...decision.assistantIds].sort(),
  terms.commissionBps,
  terms.serviceBps,
  terms.secondServiceBps,
  terms.assistBps,
  terms.recruiterId,
  terms.secondRecruiterId,
  terms.techFeeBps,
  terms.promotionFeeBps,
  terms.agencyBps,
  terms.agencyId,
];
