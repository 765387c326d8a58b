/** What the last thirty business days, today among them, say of a product. */
export interface DayCounts {
  sales30d: number;
  /** Of those, the last seven days' alone. */
  sales7d: number;
  distributionSales30d: number;
  clicks30d: number;
}

export interface ProductStatistics {
  sales30d: number;
  /** Sales that promoters brought per 10,000 clicks on short links, at most 10000; null while too few have clicked. */
  conversionBps: number | null;
  isTrending: boolean;
}

/** The windows, in business days. */
export const STATISTICS_DAYS = 30;
export const RECENT_DAYS = 7;

const LEAST_CLICKS = 100;
const LEAST_TRENDING_SALES = 10;

/**
 * A product is trending when its last week sold at least ten, at twice the daily rate of the 23 days before or more.
 * Those who buy without a click (in a live cart) count as converted too, so the figure compares products; it is no
 * probability.
 */
export function statisticsOf({ sales30d, sales7d, distributionSales30d, clicks30d }: DayCounts): ProductStatistics {
  const before = sales30d - sales7d;
  const daysBefore = STATISTICS_DAYS - RECENT_DAYS;
  return {
    sales30d,
    conversionBps:
      clicks30d < LEAST_CLICKS ? null : Math.min(10_000, Math.floor((distributionSales30d * 10_000) / clicks30d)),
    isTrending: sales7d >= LEAST_TRENDING_SALES && sales7d * daysBefore >= 2 * before * RECENT_DAYS,
  };
}
