import { allocateEqually } from '@chuanliu/money/allocate';
import { portionOf } from '@chuanliu/money/basis-points';
import { fen, ZERO, type Fen } from '@chuanliu/money/fen';
import type { SplitTerms } from './split-terms';

export type ShareName =
  'promoter' | 'assist' | 'agency' | 'recruiter' | 'second-recruiter' | 'tech-fee' | 'promotion-fee' | 'brand';

export type SaleOutcome = 'distribution' | 'self-broadcast' | 'organic' | 'void';

/** What one party has of a sale; partyId is null for the platform's own shares. */
export interface Share {
  share: ShareName;
  partyId: string | null;
  amountFen: Fen;
}

/** Who took part in a sale, as its decision says. */
export interface SaleParties {
  brandId: string;
  outcome: SaleOutcome;
  /** The winner; null unless the outcome is distribution. */
  promoterId: string | null;
  /** Those who share the assist part. */
  assistantIds: readonly string[];
}

/** The parts of a sale before they are told apart by party, in fen. Each is rounded down. */
export interface Portions {
  /** C: from the brand to the promoter's side. */
  commission: Fen;
  /** S: from the brand to the recruiter's side. */
  service: Fen;
  /** T: from the brand to the platform. */
  techFee: Fen;
  /** P: out of C, to the platform. */
  promotionFee: Fen;
  /** D: out of C − P, to all assistants together. */
  assists: Fen;
  /** A: out of C − P − D, to the winner's agency. */
  agency: Fen;
  /** S2: out of S, to the second-level recruiter. */
  secondService: Fen;
}

/**
 * Takes the base apart in the order in which the rules name the parts; a later part is taken of what earlier ones left.
 * @param base fen, not negative
 */
export function portionsOf(base: Fen, sale: SaleParties, terms: SplitTerms): Portions {
  const techFee = portionOf(base, terms.techFeeBps);
  if (sale.outcome !== 'distribution') {
    const none = { commission: ZERO, service: ZERO, promotionFee: ZERO, assists: ZERO, agency: ZERO };
    return { secondService: ZERO, techFee, ...none };
  }
  const commission = portionOf(base, terms.commissionBps);
  const service = terms.recruiterId === null ? ZERO : portionOf(base, terms.serviceBps);
  const promotionFee = portionOf(commission, terms.promotionFeeBps);
  const afterFee = fen(commission - promotionFee);
  const assists = sale.assistantIds.length === 0 ? ZERO : portionOf(afterFee, terms.assistBps);
  const agency = terms.agencyId === null ? ZERO : portionOf(fen(afterFee - assists), terms.agencyBps);
  const hasSecond = terms.recruiterId !== null && terms.secondRecruiterId !== null;
  const secondService = hasSecond ? portionOf(base, terms.secondServiceBps) : ZERO;
  return { commission, service, techFee, promotionFee, assists, agency, secondService };
}

/**
 * Divides a sale between everyone who earned from it: one share for everybody whom the decision and the terms name,
 * at 0 as well.
 *
 * Every part rounds down, and the brand, the one party to every sale, keeps what no other part took: so the shares
 * always sum to the base, and a base of 0 leaves 0 with everybody.
 *
 * @param base what the sale is worth after its refunds, in fen, not negative
 * @throws RangeError when a share would be negative: such terms must never have been written
 */
export function splitCommission(base: Fen, sale: SaleParties, terms: SplitTerms): Share[] {
  const { commission, service, techFee, promotionFee, assists, agency, secondService } = portionsOf(base, sale, terms);
  const shares: Share[] = [];
  if (sale.outcome === 'distribution') {
    shares.push(earned('promoter', sale.promoterId, commission - promotionFee - assists - agency));
    for (const part of assistParts(assists, sale.assistantIds)) {
      shares.push({ share: 'assist', partyId: part.receiver, amountFen: part.amount });
    }
    if (terms.agencyId !== null) shares.push(earned('agency', terms.agencyId, agency));
    if (terms.recruiterId !== null) {
      shares.push(earned('recruiter', terms.recruiterId, service - secondService));
      if (terms.secondRecruiterId !== null) {
        shares.push(earned('second-recruiter', terms.secondRecruiterId, secondService));
      }
    }
    shares.push(earned('promotion-fee', null, promotionFee));
  }
  shares.push(earned('tech-fee', null, techFee));
  shares.push(earned('brand', sale.brandId, base - commission - service - techFee));
  return shares;
}

/** D in equal parts; whoever comes first by promoterId, in byte order, gets the odd fen. */
function assistParts(assists: Fen, assistantIds: readonly string[]) {
  // Ids are ASCII, so that the order of code units is byte order.
  return assistantIds.length === 0 ? [] : allocateEqually(assists, [...assistantIds].sort());
}

function earned(share: ShareName, partyId: string | null, amount: number): Share {
  if (amount < 0) throw new RangeError(`the share ${share} would be ${amount} fen`);
  return { share, partyId, amountFen: fen(amount) };
}
