import type { PickTerms } from '@chuanliu/split-rules/terms-in-force';
import { firstDifference } from './first-difference';

const from = (day: number, commissionBps = 1000): PickTerms => ({
  effectiveFrom: `2026-11-0${day}T00:00:00.000Z`,
  commissionBps,
  assistBps: 0,
  serviceBps: 0,
  secondServiceBps: 0,
  recruiterId: null,
  secondRecruiterId: null,
});

const ending = (day: number, end: number): PickTerms => ({ ...from(day), effectiveTo: from(end).effectiveFrom });

describe('the first difference of two series of terms', () => {
  it.each([
    ['nothing, when they are equal', [from(1), from(3)], [from(1), from(3)], undefined],
    ['terms that were added', [from(1)], [from(1), from(3)], from(3)],
    ['terms inserted before known ones', [from(1), from(5)], [from(1), from(3), from(5)], from(3)],
    ['terms taken away', [from(1), from(3)], [from(1)], from(3)],
    ['another rate', [from(1), from(3, 1000)], [from(1), from(3, 2000)], from(3)],
    ['the very first terms', [], [from(2)], from(2)],
    ['an end that was added', [from(1)], [{ ...from(1), effectiveTo: from(4).effectiveFrom }], from(4)],
    ['an end that comes sooner', [ending(1, 6), from(8)], [ending(1, 4), from(8)], from(4)],
    ['terms where the end was', [ending(1, 3)], [from(1), from(3)], from(3)],
  ])('is %s', (_, before, after, expected) => {
    expect(firstDifference(before, after)).toBe(expected?.effectiveFrom);
  });
});
