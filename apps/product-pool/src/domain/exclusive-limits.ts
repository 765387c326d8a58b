import { plusDays, type UtcInstant } from '@chuanliu/contracts/instants';
import { inOrder } from '@chuanliu/dated-facts/versions';
import type { PlanVersion } from './plan';
import { exclusiveCutTooDeep, exclusiveCutTooSoon } from './plan.problems';

/** An exclusive rate falls by so much at most, and once in so many days (told to told). */
export const MOST_CUT_BPS = 500;
export const CUT_EVERY_DAYS = 7;

interface Cut {
  at: UtcInstant;
  told: UtcInstant;
  fromBps: number;
  toBps: number;
}

/**
 * Refuses a change that makes an exclusive rate fall too deep or too soon. Ending the plan and opening it lower within
 * the seven days is a fall like any other. Falls that stood before the change are nobody's concern now.
 *
 * @throws Problem exclusive-cut-too-deep, exclusive-cut-too-soon
 */
export function limitExclusiveCuts(before: readonly PlanVersion[], after: readonly PlanVersion[]): void {
  const stood = cutsOf(before);
  const cuts = cutsOf(after);
  for (const cut of cuts) {
    if (stood.some(old => old.at === cut.at && old.fromBps === cut.fromBps && old.toBps === cut.toBps)) continue;
    if (cut.fromBps - cut.toBps > MOST_CUT_BPS) throw exclusiveCutTooDeep(cut.fromBps, cut.toBps, MOST_CUT_BPS);
    const near = cuts.find(other => other !== cut && isNear(other.told, cut.told));
    if (near) throw exclusiveCutTooSoon(near.told, plusDays(near.told, CUT_EVERY_DAYS));
  }
}

const isNear = (one: UtcInstant, other: UtcInstant): boolean =>
  one < plusDays(other, CUT_EVERY_DAYS) && other < plusDays(one, CUT_EVERY_DAYS);

function cutsOf(versions: readonly PlanVersion[]): Cut[] {
  const cuts: Cut[] = [];
  let rate: number | undefined;
  let end: PlanVersion | undefined;
  let lastEndNo = -1;
  for (const version of inOrder(versions)) {
    if (version.no < lastEndNo) continue;
    if (version.ended) {
      [end, lastEndNo] = [version, version.no];
      continue;
    }
    if (version.commissionBps === undefined) continue;
    // A plan that ended long enough ago binds nobody when it opens anew.
    if (end && version.told >= plusDays(end.told, CUT_EVERY_DAYS)) rate = undefined;
    end = undefined;
    const toBps = version.commissionBps;
    if (rate !== undefined && toBps < rate && !version.imported) {
      cuts.push({ at: version.effectiveFrom, told: version.told, fromBps: rate, toBps });
    }
    rate = toBps;
  }
  return cuts;
}
