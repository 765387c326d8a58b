import { brandVersion } from '@chuanliu/contracts/partners/brand-version.v1';
import { promoterVersion } from '@chuanliu/contracts/partners/promoter-version.v1';
import type { Database } from '@chuanliu/database/database';
import { eventually } from '@chuanliu/testing/eventually';
import { ClickCounter } from '../src/follow-link/click-counter';
import { begin, now } from './figures';
import { asPromoter, ProductPoolUnderTest } from './product-pool-under-test';

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

async function picked(productId: string, product: object, pick: object = {}) {
  await pool.offer(productId, product);
  await pool.plan(productId, { commissionBps: 2000 });
  const { body } = await pool.pick('pr-1', { productId, ...pick }, promoter);
  return { ...body, path: new URL(body.link).pathname } as { pickId: string; promotionCode: string; path: string };
}

const clicksOf = async (pickId: string): Promise<number> =>
  (await pool.call('GET', `/v1/promoters/pr-1/picks/${pickId}`, promoter)).body.clicks;

describe('a short link', () => {
  it('counts a click and forwards to the product’s page with its code and tag', async () => {
    const url = 'https://shop.example/item?id=1';
    const { path, promotionCode, pickId } = await picked('p-url', { url }, { tag: '直播间' });
    const answer = await pool.follow(path);
    expect([answer.status, answer.headers.location, answer.headers['cache-control'], answer.text]).toEqual([
      302,
      `${url}&promotionCode=${promotionCode}&tag=${encodeURIComponent('直播间')}`,
      'no-store',
      '',
    ]);
    const tagged = await pool.follow(`${path}?tag=story-7&other=1`);
    expect(tagged.headers.location).toBe(`${url}&promotionCode=${promotionCode}&tag=story-7`);
    const noTag = await pool.follow(`${path}?tag=${'x'.repeat(65)}`);
    expect(noTag.headers.location).toBe(answer.headers.location);
    const head = await pool.follow(path, 'HEAD');
    expect([head.status, head.headers.location]).toEqual([302, answer.headers.location]);
    await eventually(() => clicksOf(pickId), 3);
  });

  it('shows the product where there is no page', async () => {
    const { path, pickId } = await picked('p-bare', { title: '<b>柚子</b>' });
    const answer = await pool.follow(path);
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(answer.text).toContain('&lt;b&gt;柚子&lt;/b&gt;');
    expect(answer.text).toContain('¥19.90');
    await eventually(() => clicksOf(pickId), 1);
  });

  it('forwards without its code, and uncounted, once its pick has ended', async () => {
    const url = 'https://shop.example/';
    const { path, pickId } = await picked('p-ended', { url });
    await pool.follow(path);
    await pool.end('pr-1', pickId);
    const answer = await pool.follow(path);
    expect([answer.status, answer.headers.location]).toEqual([302, url]);
    const after = await picked('p-after', { url });
    await pool.follow(after.path);
    await eventually(() => clicksOf(after.pickId), 1); // What was counted before it is written by then.
    expect(await clicksOf(pickId)).toBe(1);
  });

  it.each(['/p/pc-nobody', '/p/%3Cscript%3E', `/p/${'x'.repeat(200)}`])(
    'that nobody gave is no link: %s',
    async path => {
      const answer = await pool.follow(path);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(answer.text).not.toContain('script');
    },
  );

  it('counts by business day, and forgets nothing that many count at once', async () => {
    const { path, pickId } = await picked('p-busy', {});
    pool.itIs('2026-11-06T15:59:59.999Z');
    await Promise.all(Array.from({ length: 200 }, () => pool.follow(path)));
    pool.itIs('2026-11-06T16:00:00.000Z'); // The next day has begun in Shanghai.
    await Promise.all(Array.from({ length: 300 }, () => pool.follow(path)));
    await eventually(() => clicksOf(pickId), 500);
    const [rows] = await pool.connection.query(
      'SELECT business_day, clicks FROM pick_click WHERE pick_id = ? ORDER BY business_day',
      [pickId],
    );
    expect(rows).toEqual([
      { business_day: expect.anything(), clicks: 200 },
      { business_day: expect.anything(), clicks: 300 },
    ]);
    pool.itIs('2026-12-05T15:59:59.999Z'); // The 30th business day from the first, that one among them.
    await eventually(() => clicksOf(pickId), 500);
    pool.itIs('2026-12-05T16:00:00.000Z');
    await eventually(() => clicksOf(pickId), 300);
    pool.itIs(now);
  });
});

describe('clicks', () => {
  it('are written before the process ends, those that come while it ends too', async () => {
    const { pickId } = await picked('p-last', {});
    const counter = new ClickCounter(pool.database);
    counter.onApplicationBootstrap();
    void counter.count(pickId, 'p-last', '2026-11-06');
    await counter.beforeApplicationShutdown();
    await counter.count(pickId, 'p-last', '2026-11-06');
    const [rows] = await pool.connection.query('SELECT clicks FROM pick_click WHERE pick_id = ?', [pickId]);
    expect(rows).toEqual([{ clicks: 2 }]);
  });

  it('are not lost when they cannot be written at once', async () => {
    const { pickId } = await picked('p-later', {});
    const database = Object.create(pool.database) as Database; // The service's own work must not meet the fault instead.
    const failing = jest.spyOn(database, 'transaction').mockRejectedValueOnce(new Error('the database is away'));
    const counter = new ClickCounter(database);
    counter.onApplicationBootstrap();
    await counter.count(pickId, 'p-later', '2026-11-06');
    await eventually(() => clicksOf(pickId), 1);
    expect(failing).toHaveBeenCalledTimes(2);
    await counter.beforeApplicationShutdown();
  });
});

describe('one pick', () => {
  it('is shown to its promoter as the list shows it', async () => {
    const { pickId } = await picked('p-one', {}, { tag: 't' });
    const shown = await pool.call('GET', `/v1/promoters/pr-1/picks/${pickId}`, promoter);
    const listed = await pool.call('GET', '/v1/promoters/pr-1/picks?productId=p-one', promoter);
    expect([shown.status, shown.body]).toEqual([200, listed.body.items[0]]);
    expect((await pool.call('GET', `/v1/promoters/pr-2/picks/${pickId}`, asPromoter('pr-2'))).body.type).toBe(
      '/problems/product-pool/no-such-pick',
    );
    expect((await pool.call('GET', `/v1/promoters/pr-1/picks/${pickId}`, asPromoter('pr-2'))).status).toBe(404);
  });
});
