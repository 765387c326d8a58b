import { saleAttributed } from '@chuanliu/contracts/attribution/sale-attributed.v1';
import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { eventually, untilSeen } from '@chuanliu/testing/eventually';
import { begin, now } from '../figures';
import { asBrand, asPromoter, operator, ProductPoolUnderTest } from '../product-pool-under-test';

let pool: ProductPoolUnderTest;
const promoter = asPromoter('pr-1');

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(now);
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  await pool.say(brandVersion, { brandId: 'br-2', effectiveFrom: begin, name: '云上', supplyTier: 'gold' });
  await pool.say(brandVersion, { brandId: 'br-3', effectiveFrom: begin, name: '山里' });
  await pool.say(promoterVersion, { promoterId: 'pr-1', effectiveFrom: begin, name: '一', kind: 'person' });
  await pool.untilQuiet();
  await untilSeen(search, ({ status }) => status !== 503); // The index is built beside the start.
});
afterAll(() => pool.stop());

const search = (query = '', caller = promoter) => pool.call('GET', `/v1/promoters/pr-1/pool?${query}`, caller);

async function idsFor(query: string): Promise<string[]> {
  const { status, body } = await search(query);
  expect({ status, type: body.type }).toEqual({ status: 200, type: undefined });
  return body.items.map((row: { id: string }) => row.id);
}

const sale = (orderId: string, paidAt: string, outcome: 'distribution' | 'organic') => ({
  ...{ channelId: 'ch', orderId, brandId: 'br-1', orderedAt: paidAt, paidAt, paymentOccurredAt: paidAt },
  ...{ paymentChannel: 'wechat', transactionId: orderId },
  lines: [
    {
      ...{ lineNo: 1, revision: 1, orderRevision: 1, present: true, productId: 's-nuts', paidFen: 1990 },
      ...{ platformSubsidyFen: 0, freightFen: 0, refunds: [], tag: null, outcome, assistantIds: [] },
      ...{ promoterId: outcome === 'distribution' ? 'pr-1' : null, pickId: null },
    },
  ],
});

describe('a search of the pool', () => {
  it('shows a product as it is, and what it would bring this promoter', async () => {
    await pool.offer('s-nuts', {
      ...{ title: '每日坚果 Daily Nuts', categoryId: 'food.snacks.nuts', belt: '临安', brandId: 'br-2' },
      ...{ guarantees: ['tenfold-if-fake'], productScore: 460, images: ['https://img.example/1.jpg'] },
    });
    await pool.plan('s-nuts', { commissionBps: 2000 });
    await eventually(() => idsFor('q=坚果&minCommissionBps=2000'), ['s-nuts']);
    const { body } = await search('q=坚果');
    expect(body).toEqual({
      items: [
        {
          ...{ id: 's-nuts', productId: 's-nuts', title: '每日坚果 Daily Nuts', brandId: 'br-2', priceFen: 1990 },
          ...{
            commissionBps: 2000,
            earnFen: 398,
            plan: 'open',
            activityId: null,
            refusedBecause: null,
            score: 460,
            sales30d: 0,
          },
          ...{ conversionBps: null, categoryId: 'food.snacks.nuts', tier: 'gold', belt: '临安', source: 'own-shop' },
          ...{ guarantees: ['tenfold-if-fake'], images: ['https://img.example/1.jpg'], sampleRule: null },
          ...{ isNew: true, isTrending: false, listedAt: now, updatedAt: now },
        },
      ],
      nextCursor: null,
    });
  });

  it('says why this promoter may not pick a product', async () => {
    await pool.offer('s-poor', { title: '劣质柚子', productScore: 100 });
    await pool.plan('s-poor', { commissionBps: 100 });
    await eventually(() => idsFor('q=劣质'), ['s-poor']);
    expect((await search('q=劣质')).body.items[0].refusedBecause).toBe('product-score-too-low');
    await pool.offer('s-bare', { title: '无佣柚子' });
    await eventually(() => idsFor('q=无佣'), ['s-bare']);
    const [row] = (await search('q=无佣')).body.items;
    expect([row.commissionBps, row.earnFen, row.plan, row.refusedBecause]).toEqual([
      ...[null, null, null, 'no-plan-in-force'],
    ]);
  });

  it.each([
    ['a brand’s name', 'q=云上', ['s-nuts']],
    ['a category above', 'category=food&q=坚果', ['s-nuts']],
    ['its category’s name', 'q=nuts%20%26%20seeds', ['s-nuts']],
    ['its brand’s tier', 'tier=gold', ['s-nuts']],
    ['its belt', `belt=${encodeURIComponent('临安')}`, ['s-nuts']],
    ['a promise', 'guarantee=tenfold-if-fake', ['s-nuts']],
    ['a source that has nothing', 'source=elsewhere', []],
    ['a surface that its source is open to', 'surface=live&tier=gold', ['s-nuts']],
    ['a price', 'minPriceFen=1990&maxPriceFen=1990&q=坚果', ['s-nuts']],
    ['another price', 'minPriceFen=1991&q=坚果', []],
    ['a brand', 'brandId=br-2&new=true', ['s-nuts']],
    ['how it sells', 'brandId=br-2&trending=true', []],
  ])('finds by %s', async (_, query, ids) => expect(await idsFor(query)).toEqual(ids));

  it('counts the view by its properties when asked', async () => {
    const { facets } = (await search('facets=true&tier=gold')).body;
    expect(facets.category).toContainEqual({ value: 'food', count: 1 });
    expect(facets.tier).toEqual([
      { value: 'none', count: 2 },
      { value: 'gold', count: 1 },
    ]);
    expect(facets.price[1]).toEqual({ minPriceFen: 1000, maxPriceFen: 4999, count: 1 });
    expect([facets.score.at(-2), facets.new, facets.trending]).toEqual([
      ...[{ minScore: 460, maxScore: 479, count: 1 }, 1, 0],
    ]);
    expect(facets.commission[3]).toEqual({ minCommissionBps: 2000, maxCommissionBps: 2999, count: 1 });
  });

  it.each([
    ['a price that is none', 'minPriceFen=-1', 400, 'malformed-request'],
    ['a parameter nobody knows', 'colour=red', 400, 'malformed-request'],
    ['a parameter given twice', 'tier=gold&tier=none', 400, 'malformed-request'],
    ['an order that is none', 'sort=price', 400, 'malformed-request'],
    ['a cursor that is none', 'cursor=x', 400, 'malformed-cursor'],
    ['a category that is unknown', 'category=x', 422, 'product-pool/no-such-category'],
    ['a range that ends before it begins', 'minPriceFen=2&maxPriceFen=1', 422, 'product-pool/range-is-empty'],
    ['rates that end before', 'minCommissionBps=2&maxCommissionBps=1', 422, 'product-pool/range-is-empty'],
  ])('is refused with %s', async (_, query, status, type) => {
    const { body } = await search(query);
    expect([body.status, body.type]).toEqual([status, `/problems/${type}`]);
  });

  it('is this promoter’s own: another’s is not there, and brands have none', async () => {
    expect((await search('', asPromoter('pr-2'))).body.type).toBe('/problems/no-such-party');
    expect((await search('', asBrand('br-1'))).status).toBe(403);
    expect((await search('', operator)).status).toBe(200);
  });

  it('goes on where a page ended, and not in another order', async () => {
    const first = (await search('limit=2&sort=newest')).body;
    const second = (await search(`limit=2&sort=newest&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(row => row.id)).toEqual(['s-bare', 's-nuts', 's-poor']);
    expect(second.nextCursor).toBeNull();
    const other = await search(`limit=2&sort=score&cursor=${first.nextCursor}`);
    expect([other.status, other.body.errors[0].pointer]).toEqual([400, '/cursor']);
  });
});

describe('the facet of commissions', () => {
  const countsFor = async (promoterId: string): Promise<Record<string, number>> => {
    const path = `/v1/promoters/${promoterId}/pool?q=分档&facets=true`;
    const { body } = await pool.call('GET', path, asPromoter(promoterId));
    const bands = body.facets.commission as Array<{ minCommissionBps: number; count: number }>;
    return Object.fromEntries(
      bands.filter(({ count }) => count > 0).map(({ minCommissionBps, count }) => [minCommissionBps, count]),
    );
  };

  it('counts what the filter finds at each promoter’s own rates, though others ask the same', async () => {
    await pool.say(promoterVersion, { promoterId: 'pr-own', effectiveFrom: begin, name: '二', kind: 'person' });
    await pool.untilQuiet();
    for (const productId of ['b-1', 'b-2', 'b-3']) {
      await pool.offer(productId, { title: '分档', brandId: 'br-3' });
      await pool.plan(productId, { commissionBps: 600 });
    }
    await eventually(() => countsFor('pr-1'), { 500: 3 });
    const gets = (path: string, commissionBps: number) =>
      pool.call('PUT', path, operator, { promoters: [{ promoterId: 'pr-own', commissionBps }] });
    expect((await gets('/v1/products/b-1/plans/directed', 5_000)).status).toBe(200);
    expect((await gets('/v1/brands/br-3/plans/shop-directed', 2_000)).status).toBe(200);
    expect(await countsFor('pr-own')).toEqual({ 2000: 2, 5000: 1 });
    expect(await countsFor('pr-1')).toEqual({ 500: 3 });
    const band = '/v1/promoters/pr-own/pool?q=分档&minCommissionBps=2000&maxCommissionBps=2999';
    const { body } = await pool.call('GET', band, asPromoter('pr-own'));
    expect(body.items.map((row: { id: string }) => row.id)).toEqual(['b-2', 'b-3']);
  });
});

describe('an order by commission', () => {
  it('stands still from its first page on, though history is written meanwhile', async () => {
    const ids = ['o-1', 'o-2', 'o-3'];
    const getsOf = (productId: string, commissionBps: number, effectiveFrom?: string) =>
      pool.call('PUT', `/v1/products/${productId}/plans/directed`, operator, {
        ...{ promoters: [{ promoterId: 'pr-1', commissionBps }] },
        ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
      });
    for (const [n, productId] of ids.entries()) {
      await pool.offer(productId, { title: '静物' });
      expect((await getsOf(productId, 3_000 - 500 * n)).status).toBe(200);
    }
    await eventually(() => idsFor('q=静物&sort=commission'), ids);
    const first = (await search('q=静物&sort=commission&limit=1')).body;
    expect((await getsOf('o-3', 9_000, '2026-11-02T00:00:00Z')).status).toBe(200);
    expect(await idsFor(`q=静物&sort=commission&cursor=${first.nextCursor}`)).toEqual(['o-2', 'o-3']);
    expect(await idsFor('q=静物&sort=commission')).toEqual(['o-3', 'o-1', 'o-2']);
  });
});

describe('search follows', () => {
  beforeAll(async () => {
    await pool.offer('f-1', { title: '跟随商品' });
    await pool.plan('f-1', { commissionBps: 1000 });
    await eventually(() => idsFor('q=跟随&minCommissionBps=1000'), ['f-1']);
  });

  it.each([
    ['a product that is sold out', { stock: 0 }],
    ['one that is taken off the shelf', { state: 'off-shelf' }],
    ['one that becomes dearer', { priceFen: 9_900 }, 'maxPriceFen=5000'],
    ['another title', { title: '别的东西' }],
    ['another category', { categoryId: 'fresh.seafood' }, 'category=fresh.fruit'],
    ['another score', { productScore: 390 }, 'minScore=400'],
    ['another source', { source: 'jd-alliance' }, 'source=own-shop'],
  ])('%s', async (_, change, query = '') => {
    expect(await idsFor(`q=跟随&${query}`)).toEqual(['f-1']);
    await pool.offer('f-1', { title: '跟随商品', ...change });
    await eventually(() => idsFor(`q=跟随&${query}`), []);
    const back = { title: '跟随商品', stock: 10, state: 'on-shelf', productScore: 450, source: 'own-shop' };
    await pool.offer('f-1', back);
    await eventually(() => idsFor(`q=跟随&${query}`), ['f-1']);
  });

  it('a rate, and a rate that begins to hold by itself', async () => {
    await pool.plan('f-1', { commissionBps: 3000 });
    await eventually(() => idsFor('q=跟随&minCommissionBps=3000'), ['f-1']);
    await pool.plan('f-1', { commissionBps: 4000, effectiveFrom: '2026-11-08T00:00:00Z' });
    expect(await idsFor('q=跟随&minCommissionBps=4000')).toEqual([]);
    pool.itIs('2026-11-08T00:00:00.000Z');
    await eventually(() => idsFor('q=跟随&minCommissionBps=4000'), ['f-1']);
    pool.itIs(now);
  });

  it('a brand’s tier', async () => {
    await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: now, supplyTier: 'silver' });
    await eventually(() => idsFor('q=跟随&tier=silver'), ['f-1']);
  });
});

describe('sales', () => {
  const statistics = async () => {
    const [row] = (await search('q=坚果')).body.items;
    return [row.sales30d, row.conversionBps, row.isTrending];
  };

  it('are counted once each, roll with the days, and say what converts and what trends', async () => {
    for (let n = 0; n < 9; n++) await pool.say(saleAttributed, sale(`o-${n}`, '2026-11-05T00:00:00.000Z', 'organic'));
    const old = sale('o-old', '2026-10-07T16:00:00.000Z', 'distribution'); // 8 October in Shanghai: 30 days with today.
    await pool.say(saleAttributed, old);
    await pool.say(saleAttributed, sale('o-gone', '2026-10-07T15:59:59.999Z', 'organic'));
    const again = { ...old, lines: [{ ...old.lines[0]!, revision: 2 }] };
    await pool.say(saleAttributed, again);
    await eventually(statistics, [10, null, false]);
    await pool.say(saleAttributed, sale('o-10', '2026-11-06T01:00:00.000Z', 'distribution'));
    await eventually(statistics, [11, null, true]);
    await pool.connection.query(
      "INSERT INTO product_day VALUES ('s-nuts', '2026-11-06', 0, 0, 200) ON DUPLICATE KEY UPDATE clicks = 200",
    );
    pool.itIs('2026-11-06T16:00:00.000Z'); // Midnight in Shanghai: a day more, and 8 October is behind.
    await eventually(statistics, [10, 50, true]);
    pool.itIs(now);
    await eventually(statistics, [11, 100, true]);
  });
});

describe('the index', () => {
  it('is built anew on demand and serves meanwhile', async () => {
    expect((await pool.call('POST', '/v1/pool/index/rebuild', promoter)).status).toBe(403);
    await pool.connection.query("UPDATE product SET stock = 0 WHERE product_id = 's-poor'"); // Past every storage function.
    expect(await idsFor('q=青禾&facets=true&sort=score')).toEqual(expect.arrayContaining(['f-1']));
    const before = (await search('facets=true&q=青禾')).body.facets.tier;
    expect((await pool.call('POST', '/v1/pool/index/rebuild')).status).toBe(204);
    await eventually(
      async () => (await search('facets=true&q=青禾')).body.facets.tier,
      [{ value: 'silver', count: before[0].count - 1 }],
    );
  });
});
