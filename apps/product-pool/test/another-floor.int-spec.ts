import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { untilSeen } from '@chuanliu/testing/eventually';
import { begin, now } from './figures';
import { asPromoter, operator, ProductPoolUnderTest } from './product-pool-under-test';

describe('a pool with a floor of its own', () => {
  let pool: ProductPoolUnderTest;

  beforeAll(async () => {
    pool = await ProductPoolUnderTest.start({ poolFloor: 440 });
    pool.itIs(now);
    await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
    await pool.say(promoterVersion, { promoterId: 'pr-1', effectiveFrom: begin, name: '小满', kind: 'person' });
    await pool.untilQuiet();
    for (const [productId, productScore] of [
      ['p-439', 439],
      ['p-440', 440],
    ] as const) {
      await pool.offer(productId, { productScore });
      await pool.plan(productId, { commissionBps: 2000 });
    }
  });
  afterAll(() => pool.stop());

  it('lets promoters pick from it on, and names it where it refuses', async () => {
    const { status, body } = await pool.pick('pr-1', { productId: 'p-439' }, asPromoter('pr-1'));
    expect([status, body.type, body.floor]).toEqual([422, '/problems/product-pool/product-score-too-low', 440]);
    expect((await pool.pick('pr-1', { productId: 'p-440' }, asPromoter('pr-1'))).status).toBe(201);
  });

  it('says beside what is found which products are below it', async () => {
    const found = async () => {
      const { status, body } = await pool.call('GET', '/v1/promoters/pr-1/pool', operator);
      return (status === 200 ? body.items : []) as Array<{ id: string; refusedBecause: string | null }>;
    };
    const both = await untilSeen(found, rows => rows.length === 2);
    const reasons = both.map(({ id, refusedBecause }) => [id, refusedBecause]);
    expect(Object.fromEntries(reasons)).toEqual({ 'p-439': 'product-score-too-low', 'p-440': null });
  });
});
