import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { filledIn, versionInForce, type Version } from '@chuanliu/dated-facts/versions';

/** A version of a product's open plan; every version is sparse. */
export interface OpenPlanVersion extends Version {
  commissionBps?: number;
  assistBps?: number;
  /** The least reputation, in hundredths, of a promoter who may pick; 0 unless set. */
  minReputation?: number;
}

/** The plan from one instant to the next version's: everything it says, nothing left out. */
export interface OpenPlan extends Version {
  commissionBps: number;
  assistBps: number;
  minReputation: number;
}

/**
 * The plan's series, every version with what it leaves out taken from the one before it by effectiveFrom, whichever
 * was written first. A version before any commission is known promises nothing yet, so it is no plan.
 */
export function foldPlan(versions: readonly OpenPlanVersion[]): OpenPlan[] {
  return filledIn(versions).flatMap(({ effectiveFrom, commissionBps, assistBps = 0, minReputation = 0 }) =>
    commissionBps === undefined ? [] : [{ effectiveFrom, commissionBps, assistBps, minReputation }],
  );
}

/** The plan in force at an instant, if any. */
export const planInForce = (versions: readonly OpenPlanVersion[], at: string): OpenPlan | undefined =>
  versionInForce(foldPlan(versions), at);

/** The terms of every pick made under the open plan: nobody but the promoter's side is paid a commission. */
export function termsOf(versions: readonly OpenPlanVersion[]): Terms[] {
  return foldPlan(versions).map(({ effectiveFrom, commissionBps, assistBps }) => ({
    effectiveFrom,
    commissionBps,
    assistBps,
    serviceBps: 0,
    secondServiceBps: 0,
    recruiterId: null,
    secondRecruiterId: null,
  }));
}
