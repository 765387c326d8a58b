import fc from 'fast-check';
import { baseFormula, inShanghai, money, percent } from './figures';

describe('figures for people', () => {
  it.each([
    ['2026-11-06T12:00:03.000Z', '2026-11-06 20:00:03'],
    ['2026-11-06T16:00:00.000Z', '2026-11-07 00:00:00'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31 23:59:59.999'],
    ['2026-11-06T12:00:03.010Z', '2026-11-06 20:00:03.010'],
  ])('%s is %s in Shanghai', (instant, shown) => {
    expect(inShanghai(instant)).toBe(shown);
  });

  it.each([
    [0, '0.00 yuan (0 fen)', '0.00 元（0 分）'],
    [5, '0.05 yuan (5 fen)', '0.05 元（5 分）'],
    [20_400, '204.00 yuan (20,400 fen)', '204.00 元（20,400 分）'],
    [-630, '−6.30 yuan (−630 fen)', '−6.30 元（−630 分）'],
    [
      10_000_000_000_001,
      '100,000,000,000.01 yuan (10,000,000,000,001 fen)',
      '100,000,000,000.01 元（10,000,000,000,001 分）',
    ],
  ])('%d fen read %s and %s', (fen, en, zh) => {
    expect([money(fen, 'en'), money(fen, 'zh')]).toEqual([en, zh]);
  });

  it.each([
    [0, '0%'],
    [5, '0.05%'],
    [2_000, '20%'],
    [1_250, '12.5%'],
    [10_000, '100%'],
  ])('%d basis points read %s', (bps, shown) => {
    expect(percent(bps)).toBe(shown);
  });

  it.each([
    [[19_900, 500, 0, 20_400], '19900 − 0 + 500 = 20400'],
    [[19_900, 0, 5_000, 14_900], '19900 − 5000 = 14900'],
    [[19_900, 500, 5_000, 15_200], '19900 − 5000 + 500 − 200 = 15200'],
    [[19_900, 500, 19_900, 0], '19900 − 19900 + 500 − 500 = 0'],
    [[19_900, 500, 25_000, 0], 'max(0, 19900 − 25000) + 500 − 500 = 0'],
    [[0, 500, 0, 500], '0 − 0 + 500 = 500'],
  ] as Array<[[number, number, number, number], string]>)('the base of %j is %s', (amounts, formula) => {
    const [paidFen, platformSubsidyFen, refundedFen, baseFen] = amounts;
    expect(baseFormula({ paidFen, platformSubsidyFen, refundedFen, baseFen })).toBe(formula);
  });

  it('the base’s formula comes to the base, whatever was refunded', () => {
    const amount = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (paidFen, platformSubsidyFen, refundedFen, subsidyBack) => {
        const isWhole = paidFen > 0 && refundedFen >= paidFen;
        const subsidyLeft = isWhole ? 0 : Math.max(0, platformSubsidyFen - subsidyBack);
        const baseFen = Math.max(0, paidFen - refundedFen) + subsidyLeft;
        const [left, right] = baseFormula({ paidFen, platformSubsidyFen, refundedFen, baseFen }).split(' = ');
        const terms = left!.replace(/max\(0, \d+ − \d+\)/, '0').match(/(?:[+−] )?\d+/g)!;
        const sum = terms.reduce((total, term) => total + Number(term.replace('− ', '-').replace('+ ', '')), 0);
        expect([sum, Number(right)]).toEqual([baseFen, baseFen]);
      }),
    );
  });
});
