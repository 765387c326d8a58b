import { holdsAt, valueInForce, versionInForce } from '@chuanliu/dated-facts/versions';
import { DEFAULT_PROMOTION_FEE_BPS, DEFAULT_TECH_FEE_BPS, withoutPromoter, type SplitTerms } from './split-terms';
import type { SaleOutcome } from './split-commission';

/** The rates of a pick from an instant until the pick's next terms. */
export interface PickTerms {
  effectiveFrom: string;
  /** Only where no terms follow at once: from here on none are in force, until the pick's next terms. */
  effectiveTo?: string;
  commissionBps: number;
  assistBps: number;
  serviceBps: number;
  secondServiceBps: number;
  recruiterId: string | null;
  secondRecruiterId: string | null;
}

/** A promoter works under an agency over [from, to). */
export interface AgencyContract {
  from: string;
  to: string | null;
  agencyId: string;
  agencyBps: number;
}

/** What is known, at present, of everything that a split depends on. */
export interface KnownRates {
  /** Terms by pick, earliest first; undefined for a pick that nobody has told us of yet. */
  ofPick(pickId: string): readonly PickTerms[] | undefined;
  ofBrand(brandId: string): ReadonlyArray<{ effectiveFrom: string; techFeeBps: number }>;
  contractsOf(promoterId: string): readonly AgencyContract[];
  fees: ReadonlyArray<{ effectiveFrom: string; promotionFeeBps: number }>;
}

/** A sale, as far as its terms depend on it. */
export interface DatedSale {
  orderedAt: string;
  brandId: string;
  outcome: SaleOutcome;
  promoterId: string | null;
  pickId: string | null;
}

/**
 * The terms in force when the sale was ordered, from what is known now.
 * @returns undefined when the winner's pick had terms that have not become known here: the sale then waits for them
 */
export function termsInForce(sale: DatedSale, known: KnownRates): SplitTerms | undefined {
  const at = sale.orderedAt;
  const techFeeBps = valueInForce(known.ofBrand(sale.brandId), 'techFeeBps', at, DEFAULT_TECH_FEE_BPS);
  if (sale.outcome !== 'distribution' || sale.promoterId === null || sale.pickId === null) {
    return withoutPromoter(techFeeBps);
  }
  const rates = versionInForce(known.ofPick(sale.pickId), at);
  if (!rates || (rates.effectiveTo !== undefined && rates.effectiveTo <= at)) return undefined;
  const contract = contractInForce(known.contractsOf(sale.promoterId), at);
  return {
    commissionBps: rates.commissionBps,
    serviceBps: rates.serviceBps,
    secondServiceBps: rates.secondServiceBps,
    assistBps: rates.assistBps,
    recruiterId: rates.recruiterId,
    secondRecruiterId: rates.secondRecruiterId,
    techFeeBps,
    promotionFeeBps: valueInForce(known.fees, 'promotionFeeBps', at, DEFAULT_PROMOTION_FEE_BPS),
    agencyBps: contract?.agencyBps ?? 0,
    agencyId: contract?.agencyId ?? null,
    effectiveFrom: rates.effectiveFrom,
  };
}

/** Should two contracts overlap, the one that began later holds. */
function contractInForce(contracts: readonly AgencyContract[], at: string): AgencyContract | undefined {
  let found: AgencyContract | undefined;
  for (const contract of contracts) {
    if (holdsAt(contract, at) && (!found || contract.from > found.from)) found = contract;
  }
  return found;
}

/** Whether a sale can bear these rates: they were checked where they were written, and are checked again where money is divided. */
export const areBearable = (terms: PickTerms): boolean =>
  terms.commissionBps + terms.serviceBps <= 9_000 && terms.secondServiceBps <= terms.serviceBps;
