import type { BusinessDate } from '@chuanliu/contracts/instants';
import { fen, type Fen } from '@chuanliu/money/fen';

/** A calendar month in Asia/Shanghai, `YYYY-MM`. */
export type Month = string;

export const monthOf = (day: BusinessDate): Month => day.slice(0, 7);

/** What a person was paid in a month, failed payouts left out. */
export interface PaidMonth {
  month: Month;
  incomeFen: Fen;
  withheldFen: Fen;
}

/** How the tax on a payout was worked out; kept with it, so that anybody can follow it with pencil and paper. */
export interface TaxWorksheet {
  month: Month;
  /** Of the calendar year, this payout included. */
  incomeSoFarFen: Fen;
  /** The unbroken run of months with a payout that ends with this one, within the year. */
  months: number;
  /** Rounded down to be shown; the tax is worked out from the exact amount, which may have fifths of a fen. */
  taxableFen: Fen;
  rateBps: number;
  quickDeductionFen: Fen;
  taxOnCumulativeFen: Fen;
  withheldBeforeFen: Fen;
  withheldNowFen: Fen;
}

/** 5,000 yuan for each month of the run. */
const DEDUCTION_A_MONTH_FEN = 500_000n;

/** Annual brackets of taxable income: up to and including so many fen, so many per cent, less a quick deduction. */
const BRACKETS = [
  { upToFen: 3_600_000n, percent: 3n, quickDeductionFen: 0n },
  { upToFen: 14_400_000n, percent: 10n, quickDeductionFen: 252_000n },
  { upToFen: 30_000_000n, percent: 20n, quickDeductionFen: 1_692_000n },
  { upToFen: 42_000_000n, percent: 25n, quickDeductionFen: 3_192_000n },
  { upToFen: 66_000_000n, percent: 30n, quickDeductionFen: 5_292_000n },
  { upToFen: 96_000_000n, percent: 35n, quickDeductionFen: 8_592_000n },
  { upToFen: null, percent: 45n, quickDeductionFen: 18_192_000n },
] as const;

/**
 * Income tax to withhold from a payout to a person, by the cumulative method (State Taxation Administration, notice
 * 16/2025, on withholding by internet platforms): a fifth of the year's income and 5,000 yuan a month are free, the
 * annual brackets apply to the rest, and what was withheld before is taken off. Never below zero: what was withheld too
 * much comes back in the person's annual return.
 *
 * @param grossFen this payout, 1 … 10¹³ fen
 * @param month in which it is sent
 * @param paid what the person was paid before, by month; other years do not count
 */
export function withholdIncomeTax(grossFen: Fen, month: Month, paid: readonly PaidMonth[]): TaxWorksheet {
  const thisYear = paid.filter(one => one.month.slice(0, 4) === month.slice(0, 4));
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n);
  const income = sum(thisYear.map(one => one.incomeFen)) + BigInt(grossFen);
  const withheldBefore = sum(thisYear.map(one => one.withheldFen));
  const months = monthsInARow(month, new Set(thisYear.map(one => one.month)));

  // In fifths of a fen, since a fifth of the income is free; the tax comes out in five-hundredths and is floored once.
  const taxableFifths = notNegative(4n * income - 5n * DEDUCTION_A_MONTH_FEN * BigInt(months));
  const bracket = BRACKETS.find(({ upToFen }) => upToFen === null || taxableFifths <= 5n * upToFen)!;
  const tax = (taxableFifths * bracket.percent - 500n * bracket.quickDeductionFen) / 500n;
  return {
    month,
    incomeSoFarFen: exact(income),
    months,
    taxableFen: exact(taxableFifths / 5n),
    rateBps: Number(bracket.percent) * 100,
    quickDeductionFen: exact(bracket.quickDeductionFen),
    taxOnCumulativeFen: exact(tax),
    withheldBeforeFen: exact(withheldBefore),
    withheldNowFen: exact(notNegative(tax - withheldBefore)),
  };
}

/** The month itself counts, whatever was paid in it before. */
function monthsInARow(month: Month, paid: ReadonlySet<Month>): number {
  const year = month.slice(0, 4);
  const last = Number(month.slice(5));
  let first = last;
  while (paid.has(`${year}-${String(first - 1).padStart(2, '0')}`)) first -= 1;
  return last - first + 1;
}

const notNegative = (amount: bigint): bigint => (amount < 0n ? 0n : amount);
const exact = (amount: bigint): Fen => fen(Number(amount));
