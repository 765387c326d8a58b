import type { AnswerOf, BodyOf, ChuanliuClient } from '@chuanliu/client';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { eventually } from '@chuanliu/testing/eventually';
import { Alliance } from './alliance';
import { explainedLine, sharesOf } from './books';

jest.setTimeout(180_000);

type Picked = AnswerOf<'post', '/v1/promoters/{partyId}/picks/batch'>['picked'][number];

describe('goods from the brand’s file to the promoter’s sale, and off the shelf again', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let promoter: ChuanliuClient;
  let brand: ChuanliuClient;
  let picks: Picked[];

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    await alliance.brand('br-1');
    await alliance.promoter('pr-1');
    [promoter, brand] = [await alliance.party('promoter', 'pr-1'), await alliance.party('brand', 'br-1')];
  });
  afterAll(() => system?.stop());

  const mine = { partyId: 'pr-1' };
  const follow = (link: string, method = 'GET') => fetch(link, { method, redirect: 'manual' });

  it('are offered by their brand’s file, and go out as it came', async () => {
    const file = [
      'productId,brandId,title,categoryId,priceFen,stock,url,openCommissionBps',
      'p-1,br-1,"柚子, 红心",fresh.fruit,1990,10,https://shop.example/p?id=1,2000',
      "p-2,br-1,'=1+1,fresh.fruit,2990,10,,1500",
    ].join('\r\n');
    const headers = { 'content-type': 'text/csv' };
    const imported = await brand.post('/v1/products/import', { headers, body: file });
    expect(imported).toEqual({ written: 2, refused: [] });
    const { response, data } = await brand.api.GET('/v1/products/export', { parseAs: 'arrayBuffer' });
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="products.csv"');
    const text = Buffer.from(data!).toString('utf8');
    expect([text.startsWith('\uFEFF"productId"'), text.includes(`"'=1+1"`)]).toEqual([true, true]);
  });

  it('or row by row, each with a verdict of its own; the pool shows every one, once, page by page', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({
      ...{ productId: `tea-${i}`, brandId: 'br-1', title: `乌龙茶 ${i}`, categoryId: 'food.drinks.tea' },
      ...{ priceFen: 5_000 + 100 * (i % 7), stock: 10, openCommissionBps: 1_000 + 100 * (i % 5) },
    }));
    const { written, refused } = await brand.postRows('/v1/products/bulk', [
      ...rows,
      { ...rows[0], productId: 'tea-x', brandId: 'br-2' },
    ]);
    expect(written).toBe(60);
    expect(refused).toMatchObject([{ row: 61, productId: 'tea-x', type: '/problems/no-such-party' }]);
    await untilFound('乌龙茶', rows.length);
    const query = { q: '乌龙茶', sort: 'commission' as const, limit: 25 };
    const pages: number[] = [];
    const found: Array<{ productId: string; earnFen: number | null }> = [];
    for await (const page of promoter.pages('/v1/promoters/{partyId}/pool', { params: { path: mine, query } })) {
      pages.push(page.items.length);
      found.push(...page.items);
    }
    expect(pages).toEqual([25, 25, 10]);
    expect(found.map(row => row.productId).sort()).toEqual(rows.map(row => row.productId).sort());
    const earned = found.map(row => row.earnFen!);
    expect(earned).toEqual([...earned].sort((a, b) => b - a));
  });

  it('are picked at once, and each link leads to its page or shows the product', async () => {
    const wishes = [{ productId: 'p-1', tag: '直播间' }, { productId: 'p-2' }, { productId: 'p-3' }];
    const batch = await promoter.post('/v1/promoters/{partyId}/picks/batch', {
      params: { path: mine },
      body: { picks: wishes },
    });
    picks = batch.picked;
    expect(picks.map(pick => pick.productId)).toEqual(['p-1', 'p-2']);
    expect(batch.refused.map(row => row.productId)).toEqual(['p-3']);
    const page = await follow(picks[1]!.link);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('=1+1');
    expect((await follow(picks[0]!.link, 'HEAD')).status).toBe(302);
    expect((await follow(`${system.baseUrl}/p/pc-nobody`)).status).toBe(404);
  });

  it('credit the promoter with what the link carried, under its tag', async () => {
    const { headers } = await follow(picks[0]!.link);
    expect(headers.get('cache-control')).toBe('no-store');
    const carried = new URL(headers.get('location')!).searchParams;
    expect([carried.get('id'), carried.get('promotionCode')]).toEqual(['1', picks[0]!.promotionCode]);
    const scene = { surface: 'link', promotionCode: carried.get('promotionCode')!, tag: carried.get('tag')! };
    const at = new Date().toISOString(); // The pick began just now, and so can no earlier order be its.
    await alliance.send(alliance.paid('o-1', 'br-1', [{ productId: 'p-1', paidFen: 10_000, scene }], { at }));
    await alliance.quiet();
    const path = '/v1/promoters/{partyId}/sales';
    const sales = await promoter.listAll(path, { params: { path: mine } }, { amount: 'estimatedFen' });
    expect(sales).toMatchObject([{ orderId: 'o-1', outcome: 'distribution', estimatedFen: 2_000, tag: '直播间' }]);
  });

  it('are counted, and stand in carts by a token', async () => {
    const { cartToken, pickId, promotionCode } = picks[0]!;
    const path = { partyId: 'pr-1', pickId };
    const clicks = async () =>
      (await promoter.get('/v1/promoters/{partyId}/picks/{pickId}', { params: { path } })).clicks;
    await eventually(clicks, 1);
    const cart = (token: string) => brand.get('/v1/cart-tokens/{token}', { params: { path: { token } } });
    expect(await cart(cartToken!)).toMatchObject({
      ...{ pickId, promotionCode, productId: 'p-1' },
      ...{ tag: '直播间', inForce: true },
    });
    await expect(cart(cartToken!.slice(0, -2))).rejects.toMatchObject({ status: 404 });
  });

  it.each<[string, Partial<BodyOf<'put', '/v1/products/{productId}'>>, string]>([
    ['off the shelf', { state: 'off-shelf' }, 'not-on-shelf'],
    ['out of stock', { stock: 0 }, 'out-of-stock'],
    ['removed', { state: 'removed' }, 'not-on-shelf'],
  ])('when %s they leave search, and codes hold until their picks end', async (...row) => {
    const [name, write, refusal] = row;
    const productId = `gone-${name.replaceAll(' ', '-')}`;
    await alliance.product(productId, 'br-1', 1_999);
    await untilFound(productId, 1);
    const pickIt = () =>
      promoter.post('/v1/promoters/{partyId}/picks', { params: { path: mine }, body: { productId } });
    const { pickId, promotionCode } = await pickIt();
    const ordered = (orderId: string, at: string) => {
      const line = { productId, paidFen: 9_999, scene: { surface: 'link', promotionCode } };
      return alliance.paid(orderId, 'br-1', [line], { at });
    };
    const before = new Date().toISOString();

    const params = { path: { productId } };
    const { brandId, title, categoryId, priceFen, stock } = await brand.get('/v1/products/{productId}', { params });
    const body = { brandId, title, categoryId, priceFen, stock, ...write };
    await brand.put('/v1/products/{productId}', { params, body });
    await untilFound(productId, 0);

    // Told late, and ordered since: neither asks whether the product can still be bought.
    await alliance.send(
      ordered(`o-before-${productId}`, before),
      ordered(`o-since-${productId}`, new Date().toISOString()),
    );
    expect(await pickIt()).toMatchObject({ pickId });
    await promoter.delete('/v1/promoters/{partyId}/picks/{pickId}', {
      params: { path: { partyId: 'pr-1', pickId } },
    });
    await expect(pickIt()).rejects.toMatchObject({ status: 422, type: `/problems/product-pool/${refusal}` });
    await alliance.send(ordered(`o-after-${productId}`, new Date().toISOString()));
    await alliance.quiet();
    // C ⌊9999 × .1999⌋ = 1998, T ⌊9999 × .05⌋ = 499
    const credited = { 'promoter pr-1': 1_998, 'tech-fee': 499, 'brand br-1': 7_502 };
    expect(await sharesOf(alliance, `o-before-${productId}`)).toEqual(credited);
    expect(await sharesOf(alliance, `o-since-${productId}`)).toEqual(credited);
    expect(await sharesOf(alliance, `o-after-${productId}`)).toEqual({ 'tech-fee': 499, 'brand br-1': 9_500 });
    const { candidates } = await explainedLine(alliance, `o-after-${productId}`);
    expect(candidates).toMatchObject([{ rule: 'carried-code', promotionCode, reason: 'code-ended' }]);
  });

  /** Waits until the promoter finds so many products by these words. @throws when search does not follow */
  async function untilFound(q: string, count: number): Promise<void> {
    const params = { path: mine, query: { q, limit: 200 } };
    await eventually(async () => (await promoter.get('/v1/promoters/{partyId}/pool', { params })).items.length, count);
  }
});
