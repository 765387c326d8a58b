/** The bands of the price facet: a band begins at its figure and ends before the next one's, in fen. */
export const PRICE_BANDS = [0, 1_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/** The bands of the commission facet, in basis points. */
export const COMMISSION_BANDS = [0, 500, 1_000, 2_000, 3_000, 5_000];

/** The bands of the facet of scores, in hundredths: what lies below the usual floor, then as filters ask for them. */
export const SCORE_BANDS = [0, 380, 400, 420, 440, 460, 480];

const HOUR_MS = 3_600_000;

/** The whole hour of an instant, both in milliseconds: since when products count as new goes by hours. */
export const wholeHour = (instant: number): number => instant - (instant % HOUR_MS);

/** Which band a figure lies in. */
export function bandOf(figure: number, bands: readonly number[]): number {
  let band = 0;
  while (band + 1 < bands.length && figure >= bands[band + 1]!) band += 1;
  return band;
}

/** The last figure of a band; null where the band is open. */
export const endOfBand = (band: number, bands: readonly number[]): number | null =>
  band + 1 < bands.length ? bands[band + 1]! - 1 : null;
