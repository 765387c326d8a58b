import type { UtcInstant } from '@chuanliu/contracts/instants';
import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import type { RateChangeAnnounced } from '@chuanliu/contracts/push/notifications.v1';

export interface PickSeries {
  from: UtcInstant;
  to: UtcInstant | null;
  terms: readonly Terms[];
}

export type RateChange = Omit<RateChangeAnnounced, 'pickId' | 'productId'>;

/**
 * The instants inside a pick's life at which what its promoter earns by becomes another, the beginning not among them.
 * What only moves the service fee is no change to the promoter.
 */
export function rateChangesOf({ from, to, terms }: PickSeries): RateChange[] {
  const changes: RateChange[] = [];
  let now: Pick<RateChange, 'commissionBps' | 'assistBps'> | undefined;
  for (const { effectiveFrom, commissionBps, assistBps } of withGaps(terms)) {
    const isChange = now !== undefined && (now.commissionBps !== commissionBps || now.assistBps !== assistBps);
    const isInside = effectiveFrom > from && (to === null || effectiveFrom < to);
    if (isChange && isInside)
      changes.push({ effectiveFrom, commissionBps, assistBps, formerCommissionBps: now!.commissionBps });
    now = { commissionBps, assistBps };
  }
  return changes;
}

/** The rates one after the other, with null where terms end and none follow at once. */
function withGaps(terms: readonly Terms[]) {
  return terms.flatMap((one, i) => {
    const { effectiveFrom, effectiveTo, commissionBps, assistBps } = one;
    const rates = { effectiveFrom, commissionBps, assistBps };
    const next = terms[i + 1]?.effectiveFrom;
    if (effectiveTo === undefined || (next !== undefined && next <= effectiveTo)) return [rates];
    return [rates, { effectiveFrom: effectiveTo, commissionBps: null, assistBps: null }];
  });
}

/** A change as a text that is equal for equal changes. */
export const changeText = ({ effectiveFrom, commissionBps, assistBps }: RateChange): string =>
  `${effectiveFrom} ${commissionBps} ${assistBps}`;
