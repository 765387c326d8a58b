import { isTooSmall, upliftOf, type Estimate, type Group } from '../domain/uplift';
import type { UpliftReport } from './uplift.dto';

export type Findings = Omit<UpliftReport, 'brandId' | 'from' | 'to'>;

const NOTHING = {
  recommended: null,
  heldOut: null,
  differencePerMember: null,
  uplift: null,
  upliftReason: null,
  incrementalGmv: null,
};

/** The report that gives no number, and says why. */
export const withoutNumbers = (reason: NonNullable<UpliftReport['reason']>): Findings => ({ reason, ...NOTHING });

/**
 * The report in whole fen and basis points. Intervals are rounded outward, so that rounding never claims what the
 * figures do not; means are rounded down, the estimates to the nearest.
 */
export function reportOfGroups(recommended: Group, heldOut: Group): Findings {
  if (isTooSmall(recommended) || isTooSmall(heldOut)) return withoutNumbers('too-few-members');
  const { difference, relative } = upliftOf(recommended, heldOut);
  return {
    reason: null,
    recommended: shown(recommended),
    heldOut: shown(heldOut),
    differencePerMember: inFen(difference, 1),
    uplift: relative && inBps(relative),
    upliftReason: relative ? null : 'held-out-mean-uncertain',
    incrementalGmv: inFen(difference, recommended.members),
  };
}

const shown = ({ members, buyers, sumFen }: Group) => ({
  members,
  buyers,
  netBaseFen: Number(sumFen),
  netBasePerMemberFen: Number(sumFen / BigInt(members)),
});

function inFen(estimate: Estimate, times: number) {
  const { value, low, high } = rounded(estimate, times);
  return { fen: value, lowFen: low, highFen: high };
}

function inBps(estimate: Estimate) {
  const { value, low, high } = rounded(estimate, 10_000);
  return { bps: value, lowBps: low, highBps: high };
}

/** Adding 0 turns the -0 of a small negative number into 0. */
const rounded = ({ value, low, high }: Estimate, times: number): Estimate => ({
  value: Math.round(value * times) + 0,
  low: Math.floor(low * times) + 0,
  high: Math.ceil(high * times) + 0,
});
