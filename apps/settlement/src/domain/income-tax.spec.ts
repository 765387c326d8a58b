import * as fc from 'fast-check';
import { fen, LARGEST_FEN } from '@chuanliu/money/fen';
import { taxYear, withheldInTaxYearFen } from '../../test/a-tax-year';
import { withholdIncomeTax, type PaidMonth, type TaxWorksheet } from './income-tax';
import { taxMonthOf } from './payout';

const month = (n: number, year = 2026) => `${year}-${String(n).padStart(2, '0')}`;
const paidIn = (n: number, incomeFen: number, withheldFen = 0, year = 2026): PaidMonth => ({
  ...{ month: month(n, year), incomeFen: fen(incomeFen), withheldFen: fen(withheldFen) },
});

/** Pays one amount after the other, none of which fails. */
function pay(payouts: ReadonlyArray<{ n: number; grossFen: number }>): TaxWorksheet[] {
  const paid: PaidMonth[] = [];
  return payouts.map(({ n, grossFen }) => {
    const worksheet = withholdIncomeTax(fen(grossFen), month(n), paid);
    paid.push(paidIn(n, grossFen, worksheet.withheldNowFen));
    return worksheet;
  });
}

describe('income tax', () => {
  it('of a year with a gap and a payout that failed is what the hand-made table says', () => {
    const paid: PaidMonth[] = [];
    for (const { sentAt, grossFen, months, withheldFen, fails } of taxYear) {
      const worksheet = withholdIncomeTax(fen(grossFen), taxMonthOf(sentAt), paid);
      expect({ sentAt, months: worksheet.months, withheldFen: worksheet.withheldNowFen }).toEqual({
        ...{ sentAt, months, withheldFen },
      });
      if (!fails) paid.push({ month: taxMonthOf(sentAt), incomeFen: fen(grossFen), withheldFen: fen(withheldFen) });
    }
    expect(paid.reduce((sum, one) => sum + one.withheldFen, 0)).toBe(withheldInTaxYearFen);
  });

  it('shows every figure that it was worked out from', () => {
    const worksheet = withholdIncomeTax(fen(4_000_000), '2026-03', [
      paidIn(1, 2_000_000, 33_000),
      paidIn(2, 3_000_000, 57_000),
    ]);
    expect(worksheet).toEqual({
      month: '2026-03',
      incomeSoFarFen: 9_000_000,
      months: 3,
      taxableFen: 5_700_000,
      rateBps: 1_000,
      quickDeductionFen: 252_000,
      taxOnCumulativeFen: 318_000,
      withheldBeforeFen: 90_000,
      withheldNowFen: 228_000,
    });
  });

  // Taxable income in yuan → tax by the notice's table; the upper end of a bracket belongs to it. Income for it, with one
  // month's deduction: (taxable + 5,000) ÷ 0.8.
  it.each([
    [51_250, 36_000, 300, 1_080],
    [51_250.05, 36_000.04, 1_000, 1_080],
    [186_250, 144_000, 1_000, 11_880],
    [381_250, 300_000, 2_000, 43_080],
    [531_250, 420_000, 2_500, 73_080],
    [831_250, 660_000, 3_000, 145_080],
    [1_206_250, 960_000, 3_500, 250_080],
    [1_207_500, 961_000, 4_500, 250_530],
  ])('of an income of %d yuan, of which %d are taxable, is at %d bps %d yuan', (income, taxable, rateBps, tax) => {
    const fenOf = (yuan: number) => Math.round(yuan * 100);
    expect(withholdIncomeTax(fen(fenOf(income)), '2026-01', [])).toMatchObject({
      taxableFen: fenOf(taxable),
      rateBps,
      taxOnCumulativeFen: fenOf(tax),
    });
  });

  it('is none on up to 6,250 yuan a month, and begins with the fen after it that makes a whole fen of tax', () => {
    expect(withholdIncomeTax(fen(625_000), '2026-05', []).withheldNowFen).toBe(0);
    expect(withholdIncomeTax(fen(625_041), '2026-05', []).withheldNowFen).toBe(0); // 32.8 fen × 3 % = 0.984
    expect(withholdIncomeTax(fen(625_042), '2026-05', []).withheldNowFen).toBe(1); // 33.6 fen × 3 % = 1.008
  });

  it('begins anew each year: neither income, nor tax, nor months come along', () => {
    const last = [paidIn(11, 9_000_000, 500_000, 2025), paidIn(12, 9_000_000, 500_000, 2025)];
    expect(withholdIncomeTax(fen(2_000_000), '2026-01', last)).toEqual(
      withholdIncomeTax(fen(2_000_000), '2026-01', []),
    );
  });

  it('counts a month once, however often something is paid in it', () => {
    const worksheets = pay([
      { n: 3, grossFen: 400_000 },
      { n: 4, grossFen: 400_000 },
      { n: 4, grossFen: 400_000 },
    ]);
    expect(worksheets.map(worksheet => worksheet.months)).toEqual([1, 2, 2]);
  });

  it('is exact for the largest amounts', () => {
    const { withheldNowFen } = withholdIncomeTax(fen(LARGEST_FEN), '2026-01', [paidIn(1, LARGEST_FEN)]);
    // 2 × 10¹³ × 0.8 − 500,000 = 15,999,999,500,000; × 45 % = 7,199,999,775,000; − 18,192,000.
    expect(withheldNowFen).toBe(7_199_981_583_000);
  });

  it('withheld in an unbroken year is the tax on the year’s taxable income, floored', () => {
    const enough = fc.integer({ min: 625_000, max: 30_000_000 }); // Less in a month would let the tax so far fall.
    fc.assert(
      fc.property(fc.array(enough, { minLength: 1, maxLength: 12 }), amounts => {
        const worksheets = pay(amounts.map((grossFen, i) => ({ n: i + 1, grossFen })));
        const withheld = worksheets.reduce((sum, one) => sum + one.withheldNowFen, 0);
        const income = amounts.reduce((sum, amount) => sum + amount, 0);
        expect(BigInt(withheld)).toBe(annualTax(BigInt(income), BigInt(amounts.length)));
      }),
    );
  });

  it('is never negative, and never more in all than the highest that was ever due', () => {
    const payout = fc.record({ n: fc.integer({ min: 1, max: 12 }), grossFen: fc.integer({ min: 1, max: 20_000_000 }) });
    fc.assert(
      fc.property(fc.array(payout, { maxLength: 30 }), payouts => {
        const worksheets = pay(payouts.sort((a, b) => a.n - b.n));
        let withheld = 0;
        for (const { withheldNowFen, withheldBeforeFen } of worksheets) {
          expect(withheldNowFen).toBeGreaterThanOrEqual(0);
          expect(withheldBeforeFen).toBe(withheld);
          withheld += withheldNowFen;
        }
        expect(withheld).toBe(Math.max(0, ...worksheets.map(worksheet => worksheet.taxOnCumulativeFen)));
      }),
    );
  });
});

/** The tax bracket by bracket, each at its own rate, without quick deductions: the same by another way. */
function annualTax(income: bigint, months: bigint): bigint {
  const taxableFifths = income * 4n - 2_500_000n * months;
  const bounds = [0n, 3_600_000n, 14_400_000n, 30_000_000n, 42_000_000n, 66_000_000n, 96_000_000n];
  const percents = [3n, 10n, 20n, 25n, 30n, 35n, 45n];
  let tax = 0n;
  percents.forEach((percent, i) => {
    const [from, to] = [bounds[i]! * 5n, bounds[i + 1] === undefined ? taxableFifths : bounds[i + 1]! * 5n];
    const within = (taxableFifths < to ? taxableFifths : to) - from;
    if (within > 0n) tax += within * percent;
  });
  return tax / 500n;
}
