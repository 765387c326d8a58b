import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import { surfaces } from '../src/domain/surfaces';
import { CartTokens } from '../src/read-cart-token/cart-tokens';
import { begin, day, now } from './figures';
import { asBrand, asPromoter, ProductPoolUnderTest } from './product-pool-under-test';

let pool: ProductPoolUnderTest;
const promoter = asPromoter('pr-1');

beforeAll(async () => {
  pool = await ProductPoolUnderTest.start();
  pool.itIs(now);
  await pool.say(brandVersion, { brandId: 'br-1', effectiveFrom: begin, name: '青禾' });
  await pool.say(promoterVersion, { promoterId: 'pr-1', effectiveFrom: begin, name: '小川', kind: 'person' });
  await pool.untilQuiet();
});
afterAll(() => pool.stop());

const limit = (source: string, body: object, caller?: object) =>
  pool.call('PUT', `/v1/source-policies/${source}`, caller, body);
const without = (...barred: string[]) => surfaces.filter(surface => !barred.includes(surface));

async function offered(productId: string, source: string): Promise<void> {
  await pool.offer(productId, { source });
  await pool.plan(productId, { commissionBps: 2000 });
}

describe('a source’s policy', () => {
  it('is a series of versions, with the link cut of 2022 for an example', async () => {
    const { body } = await pool.call('GET', '/v1/source-policies/taobao-alliance', promoter);
    const cut = { effectiveFrom: '2022-02-28T16:00:00.000Z', surfaces: { live: false } };
    expect(body).toEqual({ source: 'taobao-alliance', surfaces: without('live'), versions: [cut] });
    expect((await pool.call('GET', '/v1/source-policies/own-shop', promoter)).body).toEqual({
      ...{ source: 'own-shop', surfaces, versions: [] },
    });
  });

  it('is written by operators, once for an instant', async () => {
    const version = { surfaces: { live: false }, effectiveFrom: day(10) };
    expect((await limit('jd-alliance', version)).body.versions).toEqual([version]);
    expect((await limit('jd-alliance', version)).body.versions).toEqual([version]);
    expect(
      await pool.refusalOf(() => limit('jd-alliance', { surfaces: { live: true }, effectiveFrom: day(10) })),
    ).toEqual([409, '/problems/product-pool/version-conflict']);
    expect((await limit('jd-alliance', version, asBrand('br-1'))).status).toBe(403);
    expect((await limit('jd-alliance', { surfaces: {} })).status).toBe(400);
    expect((await limit('jd-alliance', { surfaces: { television: true } })).status).toBe(400);
  });

  it('shuts the gate of picking as of the pick’s beginning', async () => {
    await offered('p-tb', 'taobao-alliance');
    const live = () => pool.refusalOf(() => pool.pick('pr-1', { productId: 'p-tb', surface: 'live' }, promoter));
    expect(await live()).toEqual([422, '/problems/product-pool/surface-barred']);
    const before = { productId: 'p-tb', surface: 'live', from: '2022-02-28T15:59:59.999Z' };
    const imported = await pool.pick('pr-1', before);
    expect([imported.status, imported.body.surfaces]).toEqual([201, surfaces]);
    await pool.end('pr-1', imported.body.pickId);

    const { body } = await pool.pick('pr-1', { productId: 'p-tb', surface: 'short_video' }, promoter);
    expect([body.surfaces, body.cartToken]).toEqual([without('live'), null]);
    const listed = (await pool.call('GET', '/v1/promoters/pr-1/picks?productId=p-tb&open=true')).body.items[0];
    expect([listed.surfaces, listed.cartToken]).toEqual([without('live'), null]);
  });

  it('that leaves no surface leaves no pick', async () => {
    await offered('p-none', 'nobody-alliance');
    await limit('nobody-alliance', { surfaces: Object.fromEntries(surfaces.map(surface => [surface, false])) });
    expect(await pool.refusalOf(() => pool.pick('pr-1', { productId: 'p-none' }, promoter))).toEqual([
      422,
      '/problems/product-pool/surface-barred',
    ]);
  });
});

describe('a cart token', () => {
  const read = (token: string) => pool.call('GET', `/v1/cart-tokens/${token}`, asBrand('br-2'));

  it('says which pick it stands for, and whether that holds', async () => {
    await offered('p-1', 'own-shop');
    const tag = '直播间🍊'.repeat(12);
    const pick = (await pool.pick('pr-1', { productId: 'p-1', tag }, promoter)).body;
    const contents = { pickId: pick.pickId, promotionCode: pick.promotionCode, productId: 'p-1', tag, from: now };
    expect((await read(pick.cartToken)).body).toEqual({ ...contents, to: null, inForce: true });
    await pool.end('pr-1', pick.pickId, `?at=${day(10)}`);
    expect((await read(pick.cartToken)).body).toEqual({ ...contents, to: day(10), inForce: true });
    pool.itIs(day(10));
    expect((await read(pick.cartToken)).body).toMatchObject({ inForce: false });
    pool.itIs(now);
  });

  it('that was signed elsewhere, or changed, is none', async () => {
    const { pickId, promotionCode, productId, cartToken } = (await pool.pick('pr-1', { productId: 'p-1' })).body;
    const contents = { pickId, promotionCode, productId, tag: null };
    const forged = await new CartTokens(Buffer.alloc(32).toString('base64')).sign(contents);
    const [head, , signature] = cartToken.split('.');
    const changed = [head, Buffer.from(JSON.stringify(contents)).toString('base64url'), signature].join('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${changed.split('.')[1]}.`;
    for (const token of [forged, changed, unsigned, 'x', 'a.b.c', `${cartToken}x`]) {
      const { status, body } = await read(token);
      expect([status, body.type]).toEqual([404, '/problems/product-pool/no-such-cart-token']);
    }
  });
});
