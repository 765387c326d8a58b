import { poolOf } from './data/pool';
import { Oracle } from './oracle';
import { queries } from './queries';

describe('the brute-force answers', () => {
  const pool = poolOf({ products: 3_000, promoters: 30, holders: 5 });
  const oracle = new Oracle(pool);
  const [promoter] = pool.promoters as [string];
  const byId = new Map(pool.products.map(product => [product.productId, product]));
  const query = (name: string) => queries.find(one => one.name === name)!;

  it('find something for every question but the one that has no answer', () => {
    const found = queries.map(one => [one.name, oracle.idsOf(one, promoter).length > 0]);
    expect(found.filter(([, any]) => !any)).toEqual([['no hit', false]]);
  });

  it('find a word that a title begins or holds, in Chinese and in English', () => {
    const titles = (name: string) => oracle.idsOf(query(name), promoter).map(id => byId.get(id)!.title);
    expect(titles('English prefix').filter(title => /\bchoco/i.test(title)).length).toBeGreaterThan(0);
    expect(titles('two Chinese words').filter(title => title.includes('坚果礼盒')).length).toBeGreaterThan(0);
    expect(titles('one character').every(title => title.includes('柚子'))).toBe(true);
  });

  it('use the promoter’s own rates, those of a product before those of a shop', () => {
    const deal = pool.deals.find(({ kind, promoterId }) => kind === 'directed' && promoterId === promoter)!;
    const at = { minCommissionBps: deal.commissionBps, maxCommissionBps: deal.commissionBps };
    const search = { name: 'exactly that rate', filter: at, sort: 'sales' as const };
    expect(oracle.idsOf(search, promoter)).toContain(deal.subjectId);
    expect(oracle.idsOf(search, 'nobody')).not.toContain(deal.subjectId);
    const inBands = (who: string) => oracle.facetsOf({ name: '', filter: {}, sort: 'sales' }, who).commission!;
    const above = { name: '', filter: { minCommissionBps: 3_000, maxCommissionBps: 4_999 }, sort: 'sales' as const };
    expect(inBands(promoter)['3000']).toBe(oracle.idsOf(above, promoter).length);
    expect(inBands(promoter)['3000']).not.toBe(inBands('nobody')['3000']);
  });

  it('count what another value of a filter would find', () => {
    const { category, tier } = oracle.facetsOf({ name: '', filter: { tier: 'gold' }, sort: 'sales' }, promoter);
    const gold = oracle.idsOf({ name: '', filter: { tier: 'gold' }, sort: 'sales' }, promoter).length;
    expect(tier!.gold).toBe(gold);
    expect(tier!.none).toBeGreaterThan(tier!.gold!);
    const tops = Object.entries(category!).filter(([id]) => !id.includes('.'));
    expect(tops.reduce((sum, [, count]) => sum + count, 0)).toBe(gold);
  });
});
