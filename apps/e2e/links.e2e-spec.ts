import { setTimeout as sleep } from 'node:timers/promises';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';

jest.setTimeout(180_000);

interface Picked {
  pickId: string;
  productId: string;
  promotionCode: string;
  link: string;
  cartToken: string;
}

describe('goods that came as a file, and a promoter’s links to them', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let promoter: string;
  let brand: string;
  let picks: Picked[];

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    await alliance.brand('br-1');
    await alliance.promoter('pr-1');
    [promoter, brand] = [await alliance.clientOf('promoter', 'pr-1'), await alliance.clientOf('brand', 'br-1')];
  });
  afterAll(() => system?.stop());

  const url = (path: string) => `${system.baseUrl}${path}`;
  const follow = (link: string, method = 'GET') => fetch(link, { method, redirect: 'manual' });

  it('are offered by their brand’s file, and go out as it came', async () => {
    const authorization = `Bearer ${await alliance.calls.token(brand)}`;
    const file = [
      'productId,brandId,title,categoryId,priceFen,stock,url,openCommissionBps',
      'p-1,br-1,"柚子, 红心",fresh.fruit,1990,10,https://shop.example/p?id=1,2000',
      "p-2,br-1,'=1+1,fresh.fruit,2990,10,,1500",
    ].join('\r\n');
    const headers = { authorization, 'content-type': 'text/csv', 'idempotency-key': 'import-1' };
    const imported = await fetch(url('/v1/products/import'), { method: 'POST', headers, body: file });
    expect([imported.status, await imported.json()]).toEqual([200, { written: 2, refused: [] }]);
    const exported = await fetch(url('/v1/products/export'), { headers: { authorization } });
    expect(exported.headers.get('content-disposition')).toBe('attachment; filename="products.csv"');
    const text = Buffer.from(await exported.arrayBuffer()).toString('utf8');
    expect([text.startsWith('\uFEFF"productId"'), text.includes(`"'=1+1"`)]).toEqual([true, true]);
  });

  it('are picked at once, and each link leads to its page or shows the product', async () => {
    const wishes = [{ productId: 'p-1', tag: '直播间' }, { productId: 'p-2' }, { productId: 'p-3' }];
    const { body } = await alliance.calls.post<{ picked: Picked[]; refused: Array<{ productId: string }> }>(
      ...([promoter, '/v1/promoters/pr-1/picks/batch', { picks: wishes }] as const),
    );
    picks = body.picked;
    expect([picks.map(pick => pick.productId), body.refused.map(row => row.productId)]).toEqual([
      ['p-1', 'p-2'],
      ['p-3'],
    ]);
    const page = await follow(picks[1]!.link);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('=1+1');
    expect((await follow(picks[0]!.link, 'HEAD')).status).toBe(302);
    expect((await follow(url('/p/pc-nobody'))).status).toBe(404);
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
    const sales = await alliance.get<{ items: object[] }>('/v1/promoters/pr-1/sales', promoter);
    expect(sales.items).toMatchObject([
      { orderId: 'o-1', outcome: 'distribution', estimatedFen: 2_000, tag: '直播间' },
    ]);
  });

  it('are counted, and stand in carts by a token', async () => {
    const clicksOf = async (pick: Picked) =>
      (await alliance.get<{ clicks: number }>(`/v1/promoters/pr-1/picks/${pick.pickId}`, promoter)).clicks;
    for (const until = Date.now() + 5_000; (await clicksOf(picks[0]!)) < 1 && Date.now() < until;) await sleep(50);
    expect(await clicksOf(picks[0]!)).toBe(1);
    const { cartToken, pickId, promotionCode } = picks[0]!;
    const read = await alliance.calls.get(brand, `/v1/cart-tokens/${cartToken}`);
    expect(read.body).toMatchObject({ pickId, promotionCode, productId: 'p-1', tag: '直播间', inForce: true });
    expect((await alliance.calls.get(brand, `/v1/cart-tokens/${cartToken.slice(0, -2)}`)).status).toBe(404);
  });
});
