import type { Terms } from '@chuanliu/contracts/product-pool/pick-known.v1';
import { rateChangesOf } from './news-of-pick';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const terms = (from: number, commissionBps: number, more: Partial<Terms> = {}): Terms => ({
  effectiveFrom: day(from),
  commissionBps,
  assistBps: 0,
  serviceBps: 0,
  secondServiceBps: 0,
  recruiterId: null,
  secondRecruiterId: null,
  ...more,
});
const changes = (series: Terms[], from = 1, to: number | null = null) =>
  rateChangesOf({ from: day(from), to: to === null ? null : day(to), terms: series }).map(change => [
    Number(change.effectiveFrom.slice(8, 10)),
    change.formerCommissionBps,
    change.commissionBps,
  ]);

describe('the changes of a pick’s rates', () => {
  it.each<[string, Terms[], unknown[]]>([
    ['none of a pick with one rate', [terms(1, 2000)], []],
    ['a rise and a cut', [terms(1, 2000), terms(5, 2500), terms(9, 1000)], [[5, 2000, 2500], [9, 2500, 1000]]], // prettier-ignore
    ['not the service fee', [terms(1, 2000), terms(5, 2000, { serviceBps: 300 })], []],
    ['the assist rate', [terms(1, 2000), terms(5, 2000, { assistBps: 300 })], [[5, 2000, 2000]]],
    ['an end of the terms, and new ones', [terms(1, 2000, { effectiveTo: day(3) }), terms(7, 2000)], [[3, 2000, null], [7, null, 2000]]], // prettier-ignore
    ['no gap where the next follow at once', [terms(1, 2000, { effectiveTo: day(3) }), terms(3, 2000)], []],
  ])('%s', (_what, series, expected) => expect(changes(series)).toEqual(expected));

  it('end with the pick', () => {
    expect(changes([terms(1, 2000), terms(5, 2500), terms(9, 1000)], 1, 9)).toEqual([[5, 2000, 2500]]);
  });

  it('begin after it: terms of its first instant are what it began with', () => {
    expect(changes([terms(1, 1000), terms(4, 2000), terms(5, 2500)], 4)).toEqual([[5, 2000, 2500]]);
  });
});
