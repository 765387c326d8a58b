import { setTimeout as sleep } from 'node:timers/promises';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';

jest.setTimeout(180_000);

interface Shown {
  sampleId: string;
  type: string;
  state: string;
  settledOrders: number;
  contentDueAt: string | null;
}

describe('a promoter who has sold asks for a sample', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let promoter: string;
  let brand: string;

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    await alliance.brand('br-1', { shopScore: 480 }); // Seven days from receipt to settlement.
    await alliance.promoter('pr-1');
    await alliance.product('p-sold', 'br-1', 2_000);
    await alliance.product('p-new', 'br-1', 2_000, { sampleRule: { offered: true, minSettledOrders: 1 } });
    [promoter, brand] = [await alliance.clientOf('promoter', 'pr-1'), await alliance.clientOf('brand', 'br-1')];
  });
  afterAll(() => system?.stop());

  const ask = () => alliance.calls.post<Shown>(promoter, '/v1/promoters/pr-1/samples', { productId: 'p-new' });

  const saleState = async () => {
    const sales = await alliance.get<{ items: Array<{ state: string; settledFen: number }> }>(
      '/v1/promoters/pr-1/sales',
      promoter,
    );
    const [{ state, settledFen }] = sales.items as [{ state: string; settledFen: number }];
    expect(settledFen).toBe(state === 'settled' ? 2_000 : 0);
    return state;
  };

  it('and gets it once what they sold was settled', async () => {
    const { promotionCode } = await alliance.pick('pr-1', 'p-sold');
    const line = { productId: 'p-sold', paidFen: 10_000, scene: { surface: 'link', promotionCode } };
    await alliance.send(alliance.paid('o-1', 'br-1', [line]));
    await alliance.quiet();
    expect([(await ask()).status, (await ask()).body]).toMatchObject([
      422,
      { type: '/problems/product-pool/too-few-settled-orders', settledOrders: 0 },
    ]);
    await alliance.send(alliance.received('o-1'));
    await alliance.quiet();
    expect((await ask()).status).toBe(422);
    await alliance.post('/v1/settlement-runs', { businessDate: '2026-11-16' }, 'finance-1');
    while ((await saleState()) !== 'settled') await sleep(200);
    await alliance.quiet();
    const asked = await ask();
    expect([asked.status, asked.body.state]).toEqual([201, 'requested']);

    const take = (client: string, step: string, body: object) =>
      alliance.calls.post<Shown>(client, `/v1/samples/${asked.body.sampleId}/${step}`, body);
    expect((await take(promoter, 'approval', {})).status).toBe(403);
    expect((await take(brand, 'approval', {})).status).toBe(200);
    expect((await take(brand, 'shipment', { carrier: '顺丰', trackingNo: 'SF100' })).status).toBe(200);
    expect((await take(promoter, 'receipt', {})).body.contentDueAt).not.toBeNull();
    await take(promoter, 'fulfilment', { contentId: 'video-1', surface: 'short_video' });
    const list = await alliance.get<{ items: Shown[] }>('/v1/brands/br-1/samples?state=fulfilled', brand);
    expect(list.items.map(row => row.sampleId)).toEqual([asked.body.sampleId]);
  });
});
