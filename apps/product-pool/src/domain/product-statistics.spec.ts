import { statisticsOf } from './product-statistics';

const counts = { sales30d: 30, sales7d: 7, distributionSales30d: 12, clicks30d: 400 };

describe('a product’s statistics', () => {
  it('say how many of 10,000 clicks became sales, unless too few have clicked', () => {
    const conversion = (clicks30d: number) => statisticsOf({ ...counts, clicks30d }).conversionBps;
    expect([400, 100, 99, 0].map(conversion)).toEqual([300, 1200, null, null]);
    expect(statisticsOf({ ...counts, distributionSales30d: 500 }).conversionBps).toBe(10_000);
  });

  it.each([
    ['twice the rate of the weeks before', 37, 14, true],
    ['a little less', 38, 14, false],
    ['new, and sold ten times', 10, 10, true],
    ['new, and sold nine times', 9, 9, false],
    ['as always', 30, 7, false],
  ])('call it trending: %s', (_, sales30d, sales7d, isTrending) =>
    expect(statisticsOf({ ...counts, sales30d, sales7d }).isTrending).toBe(isTrending),
  );
});
