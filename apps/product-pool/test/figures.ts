/** What the tests of the pool tell of: one brand's pomelo, on a few days of November. */
export const begin = '1000-01-01T00:00:00.000Z';
export const now = '2026-11-06T12:00:00.000Z';
export const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;

export const pomelo = { brandId: 'br-1', title: '柚子', categoryId: 'fresh.fruit', priceFen: 1990, stock: 10 };

export const terms = (effectiveFrom: string, commissionBps: number, assistBps = 0) => ({
  ...{ effectiveFrom, commissionBps, assistBps, serviceBps: 0, secondServiceBps: 0 },
  ...{ recruiterId: null, secondRecruiterId: null },
});
