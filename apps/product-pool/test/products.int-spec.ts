import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { untilSeen } from '@chuanliu/testing/eventually';
import { withEndlessPatience } from '@chuanliu/testing/with-endless-patience';
import { begin, now, pomelo } from './figures';
import { asBrand, asPromoter, operator, ProductPoolUnderTest } from './product-pool-under-test';

let pool: ProductPoolUnderTest;
const own = asBrand('br-1');

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(now);
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  await pool.say(brandVersion, { brandId: 'br-2', effectiveFrom: begin, name: '云上' });
  await pool.untilQuiet();
});
afterAll(() => pool.stop());

const put = (url: string, body: object, caller = own, headers = {}) => pool.call('PUT', url, caller, body, headers);

describe('a product', () => {
  it('is offered by its brand and announced, once', async () => {
    const events = await pool.announcedBy(async () => {
      const answer = await put('/v1/products/p-1', pomelo);
      expect([answer.status, answer.headers.etag]).toEqual([200, '"1"']);
      expect(answer.body).toEqual({
        ...{ productId: 'p-1', ...pomelo, state: 'on-shelf', productScore: 450, images: [], guarantees: [] },
        ...{ belt: null, source: 'own-shop', url: null, sampleRule: null, supplyTier: 'none' },
        ...{ revision: 1, createdAt: now, listedAt: now, updatedAt: now },
      });
      await put('/v1/products/p-1', pomelo);
    });
    expect(events).toEqual([
      {
        type: 'product-known.v1',
        key: 'p-1',
        data: {
          ...{ productId: 'p-1', brandId: 'br-1', title: '柚子', categoryId: 'fresh.fruit', priceFen: 1990 },
          ...{ state: 'on-shelf', revision: 1 },
        },
      },
    ]);
  });

  it('changes only as its writer has seen it, when they say what they saw', async () => {
    const dearer = { ...pomelo, priceFen: 2990, guarantees: ['tenfold-if-fake'] };
    expect((await put('/v1/products/p-1', dearer, own, { 'if-match': '"1"' })).headers.etag).toBe('"2"');
    const events = await pool.announcedBy(async () => {
      const late = await put('/v1/products/p-1', pomelo, own, { 'if-match': '"1"' });
      expect([late.status, late.body.type, late.body.revision]).toEqual([
        409,
        '/problems/product-pool/product-changed',
        2,
      ]);
      expect((await put('/v1/products/p-new', pomelo, own, { 'if-match': '*' })).status).toBe(409);
    });
    expect(events).toEqual([]);
    expect((await pool.call('GET', '/v1/products/p-1', own)).body).toMatchObject({ priceFen: 2990, revision: 2 });
  });

  it('is changed by one of those who saw the same of it, and the others are told', async () => {
    await put('/v1/products/p-race', pomelo);
    const prices = [1001, 1002, 1003, 1004, 1005];
    const events = await pool.announcedBy(async () => {
      const answers = await Promise.all(
        prices.map(priceFen => put('/v1/products/p-race', { ...pomelo, priceFen }, own, { 'if-match': '"1"' })),
      );
      const won = answers.findIndex(answer => answer.status === 200);
      expect(answers.map(({ status, body }) => (status === 200 ? body.priceFen : [status, body.type]))).toEqual(
        prices.map((price, n) => (n === won ? price : [409, '/problems/product-pool/product-changed'])),
      );
      const { body } = await pool.call('GET', '/v1/products/p-race', own);
      expect([body.priceFen, body.revision]).toEqual([prices[won], 2]);
    });
    expect(events).toHaveLength(1);
  });

  it('keeps when it was made and first on the shelf', async () => {
    await put('/v1/products/p-shelf', { ...pomelo, state: 'draft' });
    const dates = async () => {
      const { createdAt, listedAt, updatedAt } = (await pool.call('GET', '/v1/products/p-shelf', own)).body;
      return [createdAt, listedAt, updatedAt];
    };
    expect(await dates()).toEqual([now, null, now]);
    for (const [day, state] of [
      ['07', 'on-shelf'],
      ['08', 'off-shelf'],
      ['09', 'on-shelf'],
    ] as const) {
      pool.itIs(`2026-11-${day}T00:00:00.000Z`);
      await put('/v1/products/p-shelf', { ...pomelo, state });
    }
    expect(await dates()).toEqual([now, '2026-11-07T00:00:00.000Z', '2026-11-09T00:00:00.000Z']);
    pool.itIs(now);
  });

  it('shows the supply tier that is in force for its brand', async () => {
    await put('/v1/products/p-tier', pomelo);
    const tier = async () => (await pool.call('GET', '/v1/products/p-tier', own)).body.supplyTier;
    await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: '2026-11-10T00:00:00.000Z', supplyTier: 'gold' });
    await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: '2026-11-01T00:00:00.000Z', supplyTier: 'silver' });
    await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: '2026-11-05T00:00:00.000Z', shopScore: 480 });
    await pool.untilQuiet();
    expect(await tier()).toBe('silver');
    pool.itIs('2026-11-10T00:00:00.000Z');
    expect(await tier()).toBe('gold');
    pool.itIs(now);
  });

  it('gives up what is null', async () => {
    const rich = { belt: '平和', url: 'https://shop.example/', sampleRule: { offered: true } };
    expect((await put('/v1/products/p-null', { ...pomelo, ...rich })).body).toMatchObject(rich);
    expect((await put('/v1/products/p-null', pomelo)).body).toMatchObject(rich);
    const bare = { belt: null, url: null, sampleRule: null };
    expect((await put('/v1/products/p-null', { ...pomelo, ...bare })).body).toMatchObject(bare);
  });

  it('is made once by two writers', async () => {
    const writes = await Promise.all([1, 2, 3, 4].map(() => put('/v1/products/p-2', pomelo)));
    expect(writes.map(answer => [answer.status, answer.body.revision])).toEqual([1, 2, 3, 4].map(() => [200, 1]));
  });

  it('waits for a brand that is on its way', async () => {
    await withEndlessPatience(async () => {
      const write = put('/v1/products/p-3', { ...pomelo, brandId: 'br-late' }, operator);
      await pool.say(brandVersion, { brandId: 'br-late', effectiveFrom: begin, name: '迟到' });
      expect((await write).status).toBe(200);
    });
  });

  it.each([
    ['a brand that is unknown', { brandId: 'br-9' }, operator, 422, 'product-pool/named-brand-unknown'],
    ['a brand that is another', { brandId: 'br-2' }, own, 404, 'no-such-party'],
    ['another brand than it has', { brandId: 'br-2' }, operator, 409, 'product-pool/product-of-other-brand'],
    ['an owner that is another', { brandId: 'br-2' }, asBrand('br-2'), 404, 'product-pool/no-such-product'],
    ['a category that is unknown', { categoryId: 'x' }, own, 422, 'product-pool/no-such-category'],
    ['a category that is divided', { categoryId: 'food' }, own, 422, 'product-pool/category-is-divided'],
    ['a score of its brand’s own', { productScore: 500 }, own, 403, 'product-pool/score-is-not-the-brands'],
    ['a price in text', { priceFen: '1990' }, own, 400, 'malformed-request'],
    ['a page that no browser opens', { url: 'https://1.2.3.4.5.999/' }, own, 422, 'product-pool/url-leads-nowhere'],
    ['a page that is not secure', { url: 'http://shop.example/' }, own, 400, 'malformed-request'],
    ['a page that runs something', { url: 'javascript:alert(1)' }, own, 400, 'malformed-request'],
    ['a sample rule that says too little', { sampleRule: { monthlyLimit: 1 } }, own, 400, 'malformed-request'],
    ['half a stock', { stock: 0.5 }, own, 400, 'malformed-request'],
    ['a field nobody knows', { colour: 'red' }, own, 400, 'malformed-request'],
    ['a promoter for a writer', {}, asPromoter('pr-1'), 403, 'forbidden'],
  ])('is refused with %s, and stays as it was', async (_, change, caller, status, type) => {
    const before = (await pool.call('GET', '/v1/products/p-1')).body;
    const events = await pool.announcedBy(async () => {
      const { body } = await put('/v1/products/p-1', { ...pomelo, ...change }, caller);
      expect([body.status, body.type]).toEqual([status, `/problems/${type}`]);
    });
    expect(events).toEqual([]);
    expect((await pool.call('GET', '/v1/products/p-1')).body).toEqual(before);
  });

  it('that was removed stays so, and another brand’s does not exist', async () => {
    await put('/v1/products/p-4', { ...pomelo, state: 'removed' });
    const { body } = await put('/v1/products/p-4', { ...pomelo, state: 'on-shelf' });
    expect([body.status, body.type]).toEqual([409, '/problems/product-pool/state-out-of-reach']);
    expect((await pool.call('GET', '/v1/products/p-1', asBrand('br-2'))).status).toBe(404);
  });
});

describe('products in bulk', () => {
  const bulk = (rows: Array<object | string>, caller = own) =>
    pool.call(
      'POST',
      '/v1/products/bulk',
      caller,
      rows.map(row => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
      { 'content-type': 'application/x-ndjson' },
    );

  it('have a verdict each, and bad rows do not spoil good ones', async () => {
    const rows = [
      { productId: 'b-1', ...pomelo, state: 'draft', openCommissionBps: 2000 },
      '{"productId": "b-2",',
      { productId: 'b-3', ...pomelo, priceFen: -1 },
      { productId: 'b-4', ...pomelo, brandId: 'br-2' },
      { productId: 'b-5', ...pomelo, categoryId: 'fresh' },
      { productId: 'b-1', ...pomelo },
      { productId: 'b-6', ...pomelo, openCommissionBps: 9001 },
      { productId: 'p-1', ...pomelo },
      'null',
    ];
    const events = await pool.announcedBy(async () => {
      const { status, body } = await bulk(rows);
      expect([status, body.written]).toEqual([200, 2]);
      expect(
        body.refused.map((row: { row: number; productId: string; type: string }) => [row.row, row.productId, row.type]),
      ).toEqual([
        [2, null, '/problems/malformed-json'],
        [3, 'b-3', '/problems/malformed-request'],
        [4, 'b-4', '/problems/no-such-party'],
        [5, 'b-5', '/problems/product-pool/category-is-divided'],
        [6, 'b-1', '/problems/product-pool/row-repeats'],
        [7, 'b-6', '/problems/malformed-request'],
        [9, null, '/problems/malformed-request'],
      ]);
      expect(body.refused[1].errors).toEqual([{ pointer: '/priceFen', problem: 'must be at least 0' }]);
    });
    expect(events.map(event => [event.key, event.data.state, event.data.revision])).toEqual([
      ['b-1', 'draft', 1],
      ['p-1', 'on-shelf', 3],
    ]);
    const { body } = await pool.call('GET', '/v1/products/b-1/plans/open', own);
    expect([body.commissionBps, body.effectiveFrom]).toEqual([2000, begin]);
  });

  it('are numbered as the lines of their file, blank ones included; a byte order mark is none of a row', async () => {
    const good = JSON.stringify({ productId: 'b-7', ...pomelo });
    const { body } = await bulk([`\uFEFF${good}`, '', '{', '  \r', good, '']);
    const rows = body.refused.map(({ row, type }: Record<string, unknown>) => [row, type]);
    expect([body.written, rows]).toEqual([
      1,
      [
        [3, '/problems/malformed-json'],
        [5, '/problems/product-pool/row-repeats'],
      ],
    ]);
  });

  it('sent again change nothing, and a lower commission holds from midnight', async () => {
    const row = { productId: 'b-1', ...pomelo, openCommissionBps: 2000 };
    expect(await pool.announcedBy(() => bulk([row]))).toEqual([]);
    await bulk([{ ...row, openCommissionBps: 1500 }]);
    const { body } = await pool.call('GET', '/v1/products/b-1/plans/open', own);
    expect(body.versions).toEqual([
      { effectiveFrom: begin, commissionBps: 2000 },
      { effectiveFrom: '2026-11-06T16:00:00.000Z', commissionBps: 1500 },
    ]);
  });

  it('that had to wait for a product change its rate from then on, not from when they came', async () => {
    const row = { productId: 'waits', ...pomelo, openCommissionBps: 2000 };
    await bulk([row]);
    await pool.connection.beginTransaction();
    await pool.connection.query(`SELECT 1 FROM product WHERE product_id = 'waits' FOR UPDATE`);
    const answer = bulk([{ ...row, openCommissionBps: 2500 }]);
    await untilSomebodyWaits();
    const later = '2026-11-06T12:00:03.000Z';
    pool.itIs(later);
    await pool.connection.commit();
    expect((await answer).body).toEqual({ written: 1, refused: [] });
    pool.itIs(now);
    const { body } = await pool.call('GET', '/v1/products/waits/plans/open', own);
    expect(body.versions).toEqual([
      { effectiveFrom: begin, commissionBps: 2000 },
      { effectiveFrom: later, commissionBps: 2500 },
    ]);
  });

  /** Until the service asks for the row that the test holds. */
  const untilSomebodyWaits = () =>
    untilSeen(
      async () => {
        const [rows] = await pool.connection.query(
          `SELECT 1 FROM information_schema.processlist
           WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%FROM product WHERE%FOR UPDATE'`,
        );
        return rows as unknown[];
      },
      waiting => waiting.length > 0,
    );

  it('come 10,000 at once and no more, and as rows of JSON only', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => ({
      productId: `many-${n}`,
      ...pomelo,
      openCommissionBps: 1000,
    }));
    expect((await bulk(rows)).body).toEqual({ written: 10_000, refused: [] });
    const [counts] = await pool.connection.query(
      `SELECT (SELECT COUNT(*) FROM product WHERE product_id LIKE 'many-%') AS products,
              (SELECT COUNT(*) FROM open_plan_version WHERE product_id LIKE 'many-%') AS plans`,
    );
    expect(counts).toEqual([{ products: 10_000, plans: 10_000 }]);
    const tooMany = await bulk([...rows, rows[0]!]);
    expect([tooMany.status, tooMany.body.type]).toEqual([413, '/problems/product-pool/too-many-rows']);
    const json = await pool.call('POST', '/v1/products/bulk', own, [rows[0]!]);
    expect([json.status, json.body.type]).toEqual([400, '/problems/unsupported-content-type']);
  });
});
