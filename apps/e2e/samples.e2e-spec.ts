import { setTimeout as sleep } from 'node:timers/promises';
import type { ChuanliuClient } from '@chuanliu/client';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';

jest.setTimeout(180_000);

describe('a promoter who has sold asks for a sample', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let promoter: ChuanliuClient;
  let brand: ChuanliuClient;

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    await alliance.brand('br-1', { shopScore: 480 }); // Seven days from receipt to settlement.
    await alliance.promoter('pr-1');
    await alliance.product('p-sold', 'br-1', 2_000);
    await alliance.product('p-new', 'br-1', 2_000, { sampleRule: { offered: true, minSettledOrders: 1 } });
    [promoter, brand] = [await alliance.party('promoter', 'pr-1'), await alliance.party('brand', 'br-1')];
  });
  afterAll(() => system?.stop());

  const mine = { params: { path: { partyId: 'pr-1' } } };
  const ask = () => promoter.post('/v1/promoters/{partyId}/samples', { ...mine, body: { productId: 'p-new' } });

  const saleState = async () => {
    const path = '/v1/promoters/{partyId}/sales';
    const [sale] = await promoter.listAll(path, mine, { amount: 'estimatedFen', again: 3 });
    expect(sale!.settledFen).toBe(sale!.state === 'settled' ? 2_000 : 0);
    return sale!.state;
  };

  it('and gets it once what they sold was settled', async () => {
    const { promotionCode } = await alliance.pick('pr-1', 'p-sold');
    const line = { productId: 'p-sold', paidFen: 10_000, scene: { surface: 'link', promotionCode } };
    await alliance.send(alliance.paid('o-1', 'br-1', [line]));
    await alliance.quiet();
    const tooFew = { status: 422, type: '/problems/product-pool/too-few-settled-orders', facts: { settledOrders: 0 } };
    await expect(ask()).rejects.toMatchObject(tooFew);
    await alliance.send(alliance.received('o-1'));
    await alliance.quiet();
    await expect(ask()).rejects.toMatchObject(tooFew);
    await alliance.finance.post('/v1/settlement-runs', { body: { businessDate: '2026-11-16' } });
    while ((await saleState()) !== 'settled') await sleep(200);
    await alliance.quiet();
    const { sampleId, state } = await ask();
    expect(state).toBe('requested');

    const params = { path: { sampleId } };
    const approval = '/v1/samples/{sampleId}/approval';
    await expect(promoter.post(approval, { params, body: {} })).rejects.toMatchObject({ status: 403 });
    await brand.post(approval, { params, body: {} });
    const parcel = { carrier: '顺丰', trackingNo: 'SF100' };
    await brand.post('/v1/samples/{sampleId}/shipment', { params, body: parcel });
    const received = await promoter.post('/v1/samples/{sampleId}/receipt', { params, body: {} });
    expect(received.contentDueAt).not.toBeNull();
    const content = { contentId: 'video-1', surface: 'short_video' as const };
    await promoter.post('/v1/samples/{sampleId}/fulfilment', { params, body: content });
    const list = await brand.listAll('/v1/brands/{partyId}/samples', {
      params: { path: { partyId: 'br-1' }, query: { state: 'fulfilled' } },
    });
    expect(list.map(row => row.sampleId)).toEqual([sampleId]);
  });
});
