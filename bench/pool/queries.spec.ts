import { addressOf, pageAsked, queries } from './queries';

describe('the ten queries', () => {
  it('have ten names', () => {
    expect(new Set(queries.map(({ name }) => name)).size).toBe(10);
  });

  it('are asked by a promoter, with their words and filters, and always with facets', () => {
    const mixed = queries.find(({ name }) => name === 'mixed')!;
    expect(decodeURIComponent(addressOf('promoter-1', mixed))).toBe(
      '/v1/promoters/promoter-1/pool?q=有机&category=food&minPriceFen=1000&minCommissionBps=500' +
        '&guarantee=refund-without-return&sort=conversion&facets=true&limit=50',
    );
    expect(addressOf('p', mixed, 'abc')).toMatch(/&cursor=abc$/);
  });

  it('go as deep as the pool goes', () => {
    const deep = queries.find(({ page }) => page !== undefined)!;
    expect(pageAsked(deep, 194_000)).toBe(200);
    expect(pageAsked(deep, 1_900)).toBe(37);
    expect(pageAsked(deep, 3)).toBe(1);
    expect(pageAsked(queries[0]!, 194_000)).toBe(1);
  });
});
