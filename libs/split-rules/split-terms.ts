/** What one sale is divided by: every rate in basis points, and the parties that the rates name. */
export interface SplitTerms {
  commissionBps: number;
  /** Counts only when a recruiter is named: a pick without an activity owes no service fee. */
  serviceBps: number;
  secondServiceBps: number;
  assistBps: number;
  recruiterId: string | null;
  secondRecruiterId: string | null;
  techFeeBps: number;
  promotionFeeBps: number;
  agencyBps: number;
  agencyId: string | null;
  /** The instant from which the pick's rates hold; null when the sale has no pick. */
  effectiveFrom: string | null;
}

/** Technical fee of a brand for which none was ever set. */
export const DEFAULT_TECH_FEE_BPS = 500;

/** The platform takes nothing of the commission unless a policy says so. */
export const DEFAULT_PROMOTION_FEE_BPS = 0;

/** Terms of a sale that nobody brought: the platform's technical fee is all that leaves the brand. */
export const withoutPromoter = (techFeeBps: number): SplitTerms => ({
  commissionBps: 0,
  serviceBps: 0,
  secondServiceBps: 0,
  assistBps: 0,
  recruiterId: null,
  secondRecruiterId: null,
  techFeeBps,
  promotionFeeBps: 0,
  agencyBps: 0,
  agencyId: null,
  effectiveFrom: null,
});
