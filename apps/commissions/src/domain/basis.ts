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

/** Whether two decisions name the same outcome, winner, pick and assistants. */
export const isSameDecision = (a: SplitDecision, b: SplitDecision): boolean =>
  JSON.stringify(whoDivides(a)) === JSON.stringify(whoDivides(b));

/** The basis that basisText wrote. */
export function basisIn(text: string): Basis {
  const [outcome, promoterId, pickId, assistantIds, ...rates] = JSON.parse(text) as StoredBasis;
  const [commissionBps, serviceBps, secondServiceBps, assistBps, recruiterId, secondRecruiterId, ...fees] = rates;
  const [techFeeBps, promotionFeeBps, agencyBps, agencyId, effectiveFrom] = fees;
  const ofPick = { commissionBps, serviceBps, secondServiceBps, assistBps, recruiterId, secondRecruiterId };
  return {
    decision: { outcome, promoterId, pickId, assistantIds },
    terms: { techFeeBps, promotionFeeBps, agencyBps, agencyId, effectiveFrom, ...ofPick },
  };
}

type Who = [
  outcome: SplitDecision['outcome'],
  promoterId: string | null,
  pickId: string | null,
  assistantIds: readonly string[],
];

type Rates = [
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

type StoredBasis = [...Who, ...Rates, effectiveFrom: string | null];

// The order never changes: digests of old splits are compared with those of new ones.
const whatDivides = (decision: SplitDecision, terms: SplitTerms): [...Who, ...Rates] => [
  ...whoDivides(decision),
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

const whoDivides = ({ outcome, promoterId, pickId, assistantIds }: SplitDecision): Who => [
  outcome,
  promoterId,
  pickId,
  assistantIds.length < 2 ? assistantIds : [...assistantIds].sort(),
];
