import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { begin, day, now, terms } from './figures';
import { asBrand, ProductPoolUnderTest } from './product-pool-under-test';

let pool: ProductPoolUnderTest;

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(now);
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  await pool.untilQuiet();
});
afterAll(() => pool.stop());

describe('an open plan', () => {
  const own = asBrand('br-1');

  it('begins at the beginning of time; later versions hold from now or from their own instant', async () => {
    await pool.offer('p-plan');
    expect((await pool.plan('p-plan', { commissionBps: 2000 }, own)).body).toEqual({
      ...{
        productId: 'p-plan',
        plan: 'open',
        commissionBps: 2000,
        assistBps: 0,
        minReputation: 0,
        effectiveFrom: begin,
      },
      ...{ versions: [{ effectiveFrom: begin, commissionBps: 2000 }], terms: [terms(begin, 2000)] },
    });
    await pool.plan('p-plan', { commissionBps: 2500, effectiveFrom: day(20) }, own);
    await pool.plan('p-plan', { commissionBps: 2200 }, own);
    const { body } = await pool.plan('p-plan', { commissionBps: 2100, assistBps: 500, effectiveFrom: day(1) });
    expect(body).toMatchObject({ commissionBps: 2200, assistBps: 500, effectiveFrom: now });
    expect(body.terms).toEqual([
      terms(begin, 2000),
      terms(day(1), 2100, 500),
      terms(now, 2200, 500),
      terms(day(20), 2500, 500),
    ]);
    expect((await pool.call('GET', '/v1/products/p-plan/plans/open', own)).body).toEqual(body);
  });

  it.each([
    [
      'an instant that is taken',
      'p-plan',
      { commissionBps: 1, effectiveFrom: day(20) },
      own,
      409,
      'product-pool/version-conflict',
    ],
    [
      'an instant in the past from its brand',
      'p-plan',
      { commissionBps: 1, effectiveFrom: day(2) },
      own,
      403,
      'product-pool/past-is-the-operators',
    ],
    ['a commission beyond 90 %', 'p-plan', { commissionBps: 9001 }, own, 400, 'malformed-request'],
    ['an assist beyond 50 %', 'p-plan', { commissionBps: 1, assistBps: 5001 }, own, 400, 'malformed-request'],
    [
      'another brand for a writer',
      'p-plan',
      { commissionBps: 1 },
      asBrand('br-2'),
      404,
      'product-pool/no-such-product',
    ],
    ['no product', 'p-none', { commissionBps: 1 }, own, 404, 'product-pool/no-such-product'],
  ])('is refused with %s', async (_, id, body, caller, status, type) => {
    const before = (await pool.call('GET', '/v1/products/p-plan/plans/open')).body;
    expect(await pool.refusalOf(() => pool.plan(id, body, caller))).toEqual([status, `/problems/${type}`]);
    expect((await pool.call('GET', '/v1/products/p-plan/plans/open')).body).toEqual(before);
  });

  it('says the same of one instant as often as one likes, also once it has passed', async () => {
    const version = { commissionBps: 2500, effectiveFrom: day(20) };
    pool.itIs(day(21));
    expect((await pool.plan('p-plan', version, own)).body.versions).toHaveLength(4);
    pool.itIs(now);
  });

  it('needs a commission at first, and there is none before', async () => {
    await pool.offer('p-bare');
    expect((await pool.call('GET', '/v1/products/p-bare/plans/open')).body.type).toBe(
      '/problems/product-pool/no-such-plan',
    );
    expect((await pool.plan('p-bare', { assistBps: 1 })).body.errors).toEqual([
      { pointer: '/commissionBps', problem: 'is required' },
    ]);
  });
});

describe('new terms', () => {
  it('are announced for every pick of the product, in steps, the latest versions included', async () => {
    await pool.offer('p-hot');
    await pool.plan('p-hot', { commissionBps: 1000 });
    const rows = Array.from({ length: 1_234 }, (_, n) => {
      const id = String(n).padStart(5, '0');
      return [
        `pk-${id}`,
        `holder-${id}`,
        'p-hot',
        `pc-hot-${id}`,
        '2026-11-01 00:00:00.000',
        1,
        1,
        '2026-11-01 00:00:00.000',
      ];
    });
    await pool.connection.query(
      `INSERT INTO pick (pick_id, promoter_id, product_id, promotion_code, picked_from, open_slot, revision, updated_at) VALUES ?`,
      [rows],
    );
    const events = await pool.announcedBy(async () => {
      await pool.plan('p-hot', { commissionBps: 1200, effectiveFrom: day(5) });
      await pool.plan('p-hot', { commissionBps: 1500 });
      await pool.untilQuiet();
    });
    const latest = new Map(events.map(event => [event.data.pickId, event.data]));
    expect(latest.size).toBe(1_234);
    const expected = [terms(begin, 1000), terms(day(5), 1200), terms(now, 1500)];
    for (const pick of latest.values()) expect(pick.terms).toEqual(expected);
    const [[row]] = (await pool.connection.query(
      `SELECT COUNT(*) AS n FROM pick WHERE product_id = 'p-hot' AND revision < 2`,
    )) as unknown as [[{ n: number }]];
    expect(row.n).toBe(0);
  });
});
