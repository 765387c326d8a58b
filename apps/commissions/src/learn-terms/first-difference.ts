import type { PickTerms } from '@chuanliu/split-rules/terms-in-force';

/**
 * The instant from which two series of terms say different things; undefined when they never do.
 * @param before earliest first, as `after`
 */
export function firstDifference(before: readonly PickTerms[], after: readonly PickTerms[]): string | undefined {
  const length = Math.max(before.length, after.length);
  for (let i = 0; i < length; i++) {
    const [old, now] = [before[i], after[i]];
    if (!old || !now) return (old ?? now)!.effectiveFrom;
    if (!isSame(old, now)) return earlier(old.effectiveFrom, now.effectiveFrom);
    if (old.effectiveTo !== now.effectiveTo) return earlier(old.effectiveTo, now.effectiveTo);
  }
  return undefined;
}

/** @returns the one that is there, where only one is */
const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

const isSame = (a: PickTerms, b: PickTerms) =>
  a.effectiveFrom === b.effectiveFrom &&
  a.commissionBps === b.commissionBps &&
  a.assistBps === b.assistBps &&
  a.serviceBps === b.serviceBps &&
  a.secondServiceBps === b.secondServiceBps &&
  a.recruiterId === b.recruiterId &&
  a.secondRecruiterId === b.secondRecruiterId;
