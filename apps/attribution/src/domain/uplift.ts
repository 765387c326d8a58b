import { student975 } from './student-t';

/** Members of one group, and what each of them bought in the brand's own streams; sums are exact. */
export interface Group {
  members: number;
  /** Members who bought: their net base is above 0. */
  buyers: number;
  /** Σ net base, in fen, and Σ of its squares. */
  sumFen: bigint;
  sumOfSquares: bigint;
}

export const EMPTY_GROUP: Group = { members: 0, buyers: 0, sumFen: 0n, sumOfSquares: 0n };

/** The group with one member more. @param netBaseFen what the member bought, in fen, 0 or more; its sum need not be a safe integer */
export const withMember = (group: Group, netBaseFen: bigint): Group => ({
  members: group.members + 1,
  buyers: group.buyers + (netBaseFen > 0n ? 1 : 0),
  sumFen: group.sumFen + netBaseFen,
  sumOfSquares: group.sumOfSquares + netBaseFen * netBaseFen,
});

/** An estimate with its interval of 95 %. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

export interface Uplift {
  /** Of net base per member, in fen: recommended less held out. */
  difference: Estimate;
  /** The difference as a part of the held-out members' mean (0.15 is +15 %); null when their mean is too uncertain to divide by. */
  relative: Estimate | null;
}

/** Fewer members than this in a group, and no number is given. */
export const LEAST_MEMBERS = 100;

export const isTooSmall = (group: Group): boolean => group.members < LEAST_MEMBERS;

/**
 * What being recommended to the brand's streams added, from a group that was and one that was held out by lot.
 *
 * The difference of the means has Welch's interval: variances apart, Student's t with Welch and Satterthwaite's degrees of
 * freedom (B. L. Welch, Biometrika 34, 1947). The relative uplift is the ratio of the means less one. Its interval is
 * Fieller's (E. C. Fieller, J. R. Statist. Soc. B 16, 1954), again with the variances apart and Satterthwaite's degrees of
 * freedom at the estimated ratio (A. C. Tamhane and B. R. Logan, J. Biopharm. Stat. 14, 2004), as R's
 * `mratios::ttestratio` does it: all ratios ρ for which mean₁ − ρ·mean₂ does not differ from 0 by the t-test. Where
 * mean₂ itself does not differ from 0 that set has no bounds, and no ratio is told.
 * @param recommended at least LEAST_MEMBERS members, as in `heldOut`
 */
export function upliftOf(recommended: Group, heldOut: Group): Uplift {
  const one = momentsOf(recommended);
  const two = momentsOf(heldOut);
  return { difference: differenceOf(one, two), relative: relativeOf(one, two) };
}

interface Moments {
  members: number;
  mean: number;
  /** Variance of the mean: s² / n. */
  variance: number;
}

/** Floating point begins here: the sums are exact, so large means lose nothing of a small variance. */
function momentsOf({ members, sumFen, sumOfSquares }: Group): Moments {
  const n = BigInt(members);
  const spread = Number(n * sumOfSquares - sumFen * sumFen);
  return { members, mean: Number(sumFen) / members, variance: spread / members / members / (members - 1) };
}

function differenceOf(one: Moments, two: Moments): Estimate {
  const value = one.mean - two.mean;
  const margin = student975(degreesOfFreedom(one, two, 1)) * Math.sqrt(one.variance + two.variance);
  return { value, low: value - margin, high: value + margin };
}

function relativeOf(one: Moments, two: Moments): Estimate | null {
  if (two.mean === 0) return null;
  const ratio = one.mean / two.mean;
  const t = student975(degreesOfFreedom(one, two, ratio));
  const certain = two.mean ** 2 - t ** 2 * two.variance;
  if (certain <= 0) return null;
  const middle = (one.mean * two.mean) / certain;
  const margin = (t * Math.sqrt(one.variance * certain + one.mean ** 2 * two.variance)) / certain;
  return { value: ratio - 1, low: middle - margin - 1, high: middle + margin - 1 };
}

/** Satterthwaite's, for mean₁ − ratio × mean₂; without any variance there is nothing to be uncertain of. */
function degreesOfFreedom(one: Moments, two: Moments, ratio: number): number {
  const scaled = ratio ** 2 * two.variance;
  const degrees =
    (one.variance + scaled) ** 2 / (one.variance ** 2 / (one.members - 1) + scaled ** 2 / (two.members - 1));
  return Number.isNaN(degrees) ? Infinity : degrees;
}
