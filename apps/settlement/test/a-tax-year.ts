/** A payout of the year, in fen, and the tax that is to be withheld from it. */
export interface PayoutOfYear {
  sentAt: string;
  grossFen: number;
  months: number;
  withheldFen: number;
  /** It comes back from the bank, and with it its income, its tax and its month. */
  fails?: true;
}

/**
 * A person's year, worked out by hand from notice 16/2025, in yuan:
 * taxable = 80 % of the year's income − 5,000 × months in a row; tax by the annual brackets; less what was withheld.
 *
 * | month | paid      | income so far | months | 80 %         | taxable      | bracket          | tax on all of it | before    | now        |
 * | ----- | --------- | ------------- | ------ | ------------ | ------------ | ---------------- | ---------------- | --------- | ---------- |
 * | Jan   | 20,000    | 20,000        | 1      | 16,000       | 11,000       | 3 %              | 330              | 0         | 330        |
 * | Feb   | 30,000    | 50,000        | 2      | 40,000       | 30,000       | 3 %              | 900              | 330       | 570        |
 * | Mar   | 40,000    | 90,000        | 3      | 72,000       | 57,000       | 10 % − 2,520     | 3,180            | 900       | 2,280      |
 * | Apr   | 10,000    | 100,000       | 4      | 80,000       | 60,000       | 10 % − 2,520     | 3,480            | 3,180     | 300        |
 * | May   | 60,000    | 160,000       | 5      | 128,000      | 103,000      | 10 % − 2,520     | 7,780            | 3,480     | 4,300      |
 * | Jun   | nothing: the run of months ends                                                                                          |
 * | Jul   | 50,000    | 210,000       | 1      | 168,000      | 163,000      | 20 % − 16,920    | 15,680           | 7,780     | 7,900      |
 * | Aug   | 80,000    | 290,000       | 2      | 232,000      | 222,000      | 20 % − 16,920    | 27,480           | 15,680    | 11,800     |
 * | Sep   | 100,000   | 390,000       | 3      | 312,000      | 297,000      | 20 % − 16,920    | 42,480           | 27,480    | 15,000     |
 * |       | … which fails: the income is 290,000 again, and 27,480 are withheld                                                      |
 * | Sep   | 90,000    | 380,000       | 3      | 304,000      | 289,000      | 20 % − 16,920    | 40,880           | 27,480    | 13,400     |
 * | Oct   | 120,000   | 500,000       | 4      | 400,000      | 380,000      | 25 % − 31,920    | 63,080           | 40,880    | 22,200     |
 * | Nov   | 3,000.33  | 503,000.33    | 5      | 402,400.264  | 377,400.264  | 25 % − 31,920    | 62,430.066       | 63,080    | 0, not −   |
 * | Dec   | 800,000   | 1,303,000.33  | 6      | 1,042,400.264| 1,012,400.264| 45 % − 181,920   | 273,660.1188     | 63,080    | 210,580.11 |
 *
 * Withheld in the year: 63,080 + 210,580.11 = 273,660.11.
 */
export const taxYear: PayoutOfYear[] = [
  { sentAt: '2026-01-15T02:00:00.000Z', grossFen: 2_000_000, months: 1, withheldFen: 33_000 },
  { sentAt: '2026-02-15T02:00:00.000Z', grossFen: 3_000_000, months: 2, withheldFen: 57_000 },
  // The first instant of March in Shanghai is still February in UTC.
  { sentAt: '2026-02-28T16:00:00.000Z', grossFen: 4_000_000, months: 3, withheldFen: 228_000 },
  { sentAt: '2026-04-15T02:00:00.000Z', grossFen: 1_000_000, months: 4, withheldFen: 30_000 },
  { sentAt: '2026-05-15T02:00:00.000Z', grossFen: 6_000_000, months: 5, withheldFen: 430_000 },
  { sentAt: '2026-07-15T02:00:00.000Z', grossFen: 5_000_000, months: 1, withheldFen: 790_000 },
  { sentAt: '2026-08-15T02:00:00.000Z', grossFen: 8_000_000, months: 2, withheldFen: 1_180_000 },
  { sentAt: '2026-09-15T02:00:00.000Z', grossFen: 10_000_000, months: 3, withheldFen: 1_500_000, fails: true },
  { sentAt: '2026-09-25T02:00:00.000Z', grossFen: 9_000_000, months: 3, withheldFen: 1_340_000 },
  { sentAt: '2026-10-15T02:00:00.000Z', grossFen: 12_000_000, months: 4, withheldFen: 2_220_000 },
  { sentAt: '2026-11-15T02:00:00.000Z', grossFen: 300_033, months: 5, withheldFen: 0 },
  { sentAt: '2026-12-31T15:59:59.999Z', grossFen: 80_000_000, months: 6, withheldFen: 21_058_011 },
];
export const withheldInTaxYearFen = 27_366_011;
