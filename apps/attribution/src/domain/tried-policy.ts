import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { PolicyFieldsOf } from '@chuanliu/contracts/partners/policy-version.v1';
import { BEGINNING_OF_TIME } from '@chuanliu/dated-facts/versions';
import type { KnownRates } from '@chuanliu/split-rules/terms-in-force';
import type { Knowledge, Pick } from './knowledge';
import { SURFACES_WITH_WINDOW, windowStart, type AttributionPolicyVersion } from './windows';

/** A policy that is tried out: windows in hours, and one assist rate for all terms. What it leaves out stays as it is in force. */
export type TriedPolicy = PolicyFieldsOf<'attribution'> & { assistBps?: number };

/** Nothing is tried: all stays as it is in force. */
export const AS_IN_FORCE: TriedPolicy = {};

/** The windows' versions as if those that are tried had held from the beginning and were never changed. */
export function windowsUnder(
  { assistBps: _, ...tried }: TriedPolicy,
  inForce: readonly AttributionPolicyVersion[],
): readonly AttributionPolicyVersion[] {
  const without = inForce.map(
    version =>
      Object.fromEntries(
        Object.entries(version).filter(([field]) => !Object.hasOwn(tried, field)),
      ) as AttributionPolicyVersion,
  );
  return [{ ...tried, effectiveFrom: BEGINNING_OF_TIME }, ...without];
}

/** What is known, as if all terms had always carried the assist rate that is tried. */
export function knowledgeUnder({ assistBps }: TriedPolicy, known: Knowledge): Knowledge {
  if (assistBps === undefined) return known;
  const assistRates = assistBps === 0 ? [] : [{ effectiveFrom: BEGINNING_OF_TIME, assistBps }];
  const seen = (pick: Pick | undefined) => pick && { ...pick, assistRates };
  return {
    ...known,
    pick: pickId => seen(known.pick(pickId)),
    pickOfCode: code => seen(known.pickOfCode(code)),
    picksOf: (promoterId, productId) => known.picksOf(promoterId, productId).map(pick => ({ ...pick, assistRates })),
  };
}

/** The rates of the split, as if all terms had always carried the assist rate that is tried. */
export function ratesUnder({ assistBps }: TriedPolicy, known: KnownRates): KnownRates {
  if (assistBps === undefined) return known;
  return { ...known, ofPick: pickId => known.ofPick(pickId)?.map(terms => ({ ...terms, assistBps })) };
}

/**
 * Whether touches inside the windows that are tried may be gone. A sale that looked at touches while they were kept still
 * has those inside the windows in force.
 * @param goneBefore touches before this instant are no longer kept; null: all are
 */
export function mayLackTouches(
  sale: { orderedAt: UtcInstant; keptTouches: boolean },
  tried: readonly AttributionPolicyVersion[],
  inForce: readonly AttributionPolicyVersion[],
  goneBefore: UtcInstant | null,
): boolean {
  if (goneBefore === null) return false;
  return SURFACES_WITH_WINDOW.some(surface => {
    const start = windowStart(surface, sale.orderedAt, tried)!;
    const isSeen = sale.keptTouches && start >= windowStart(surface, sale.orderedAt, inForce)!;
    return start < goneBefore && start < sale.orderedAt && !isSeen;
  });
}
