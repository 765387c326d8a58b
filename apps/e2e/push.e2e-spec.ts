import { verifyWebhook, type BodyOf, type ChuanliuClient, type WebhookMessage } from '@chuanliu/client';
import { eventually } from '@chuanliu/testing/eventually';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { AReceiver } from '../push/test/a-receiver';
import { Alliance } from './alliance';

jest.setTimeout(180_000);

/** A party's own system: it believes what the client's own check believes, and takes it in. */
class PartysSystem {
  private webhook: { id: string; secret: string } | undefined;
  private heard = 0;

  constructor(
    private readonly receiver: AReceiver,
    readonly client: ChuanliuClient,
    private readonly path: string,
  ) {}

  async register(events: BodyOf<'post', '/v1/webhooks'>['events']): Promise<string> {
    const url = `${this.receiver.url}${this.path}`;
    this.webhook = await this.client.post('/v1/webhooks', { body: { url, events } });
    return this.webhook.id;
  }

  /** The next message. @throws when none comes, or one that is not to be believed */
  async next(): Promise<WebhookMessage> {
    const { headers, raw } = (await this.receiver.until(++this.heard, this.path))[this.heard - 1]!;
    const { id, payload } = verifyWebhook(headers, raw, this.webhook!.secret);
    expect(payload.id).toBe(id);
    return payload;
  }

  /** The type and the data of the next message. */
  async hears(type: WebhookMessage['type'], data: object): Promise<void> {
    expect(await this.next()).toMatchObject({ type, data });
  }

  /** How many messages came that `next` has not given yet. */
  unheard(): number {
    return this.receiver.told(this.path).length - this.heard;
  }
}

describe('a party’s own system', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let receiver: AReceiver;
  let promoter: PartysSystem;
  let brand: PartysSystem;

  beforeAll(async () => {
    receiver = await AReceiver.open();
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    await alliance.brand('br-1', { techFeeBps: 500, shopScore: 480 }); // Seven days from receipt to settlement.
    await alliance.promoter('pr-1');
    await alliance.product('p-1', 'br-1', 2_000);
    await alliance.product('p-2', 'br-1', 2_000, { sampleRule: { offered: true } });
    promoter = new PartysSystem(receiver, await alliance.party('promoter', 'pr-1'), '/promoter');
    brand = new PartysSystem(receiver, await alliance.party('brand', 'br-1'), '/brand');
  });
  afterAll(async () => {
    await system?.stop();
    await receiver.close();
  });

  it('hears of a sale as it is estimated, confirmed, refunded and void, and of the end of its pick', async () => {
    const webhookId = await promoter.register(['sale.*', 'pick.ended', 'payout.*', 'rate-change.*', 'sample.*']);
    const webhook = { params: { path: { webhookId } } };
    await promoter.client.post('/v1/webhooks/{webhookId}/test', webhook);
    await promoter.hears('webhook.test', { webhookId });

    const { pickId, promotionCode } = await alliance.pick('pr-1', 'p-1');
    const scene = { surface: 'link', promotionCode };
    const sale = { orderId: 'o-1', lineNo: 1, productId: 'p-1', outcome: 'distribution', share: 'promoter' };
    await alliance.send(alliance.paid('o-1', 'br-1', [{ productId: 'p-1', paidFen: 10_000, scene }]));
    await promoter.hears('sale.estimated', { ...sale, state: 'estimated', amountFen: 2_000 });
    await alliance.send(alliance.received('o-1'));
    await promoter.hears('sale.confirmed', { ...sale, state: 'confirmed', amountFen: 2_000 });
    await alliance.send(alliance.refunded('o-1', 'r-1', 4_000));
    await promoter.hears('sale.changed', { ...sale, state: 'confirmed', amountFen: 1_200 });
    await alliance.send(alliance.refunded('o-1', 'r-2', 6_000));
    await promoter.hears('sale.void', { ...sale, state: 'void', amountFen: 0 });
    await promoter.client.delete('/v1/promoters/{partyId}/picks/{pickId}', {
      params: { path: { partyId: 'pr-1', pickId } },
    });
    await promoter.hears('pick.ended', { pickId, productId: 'p-1', promoterId: 'pr-1' });
    await alliance.quiet();

    // What became of the last one is written after its answer.
    const deliveries = async () => {
      const all = await promoter.client.listAll('/v1/webhooks/{webhookId}/deliveries', webhook);
      return all.map(({ state, attempts }) => [state, attempts]);
    };
    await eventually(deliveries, Array(6).fill(['delivered', 1]));
  });

  it('hears of a sale that is held, let go and settled, and of the money on its way; the brand of its own part alone', async () => {
    await brand.register(['*']);
    const { promotionCode } = await alliance.pick('pr-1', 'p-2');
    await alliance.quiet(); // Else the brand may hear first of a sale that nobody brought.
    const line = { productId: 'p-2', paidFen: 9_999, scene: { surface: 'link', promotionCode } };
    const both = async (state: 'estimated' | 'confirmed' | 'frozen' | 'settled') => {
      const sale = { orderId: 'o-2', lineNo: 1, productId: 'p-2', outcome: 'distribution', state };
      await promoter.hears(`sale.${state}`, { ...sale, share: 'promoter', amountFen: 1_999 });
      await brand.hears(`sale.${state}`, { ...sale, share: 'brand', amountFen: 7_501 }); // Less 499 for the platform.
    };
    await alliance.send(alliance.paid('o-2', 'br-1', [line]));
    await both('estimated');
    await alliance.send(alliance.received('o-2'));
    await both('confirmed');
    const hold = { params: { path: { orderId: 'o-2', lineNo: 1 } } };
    await alliance.finance.put('/v1/orders/{orderId}/lines/{lineNo}/hold', { ...hold, body: { reason: '待核实' } });
    await both('frozen');
    await alliance.quiet();
    const { lines } = await alliance.operator.get('/v1/orders/{orderId}', { params: { path: { orderId: 'o-2' } } });
    const ownSales = { params: { path: { partyId: 'pr-1' }, query: { state: 'frozen' as const } } };
    const { items } = await promoter.client.get('/v1/promoters/{partyId}/sales', ownSales);
    expect([lines[0]!.state, items]).toMatchObject(['frozen', [{ orderId: 'o-2', state: 'frozen' }]]);
    await alliance.finance.delete('/v1/orders/{orderId}/lines/{lineNo}/hold', { ...hold, body: { reason: '已核实' } });
    await both('confirmed');
    const ofLines = { params: { query: { subjectKind: 'order-line' } } };
    const acts = (await alliance.finance.get('/v1/audit-log', ofLines)).items;
    expect(acts.map(({ action, reason }) => [action, reason])).toEqual([
      ['lay-hold', '待核实'],
      ['lift-hold', '已核实'],
    ]);
    await alliance.quiet(); // Settlement's cut is what it has applied.
    await alliance.finance.post('/v1/settlement-runs', { body: { businessDate: '2026-11-16' } });
    await both('settled');

    await alliance.operator.put('/v1/promoters/{partyId}/payee', {
      params: { path: { partyId: 'pr-1' } },
      body: { payeeName: '林晚', bankAccount: '6222020200112233', verified: true },
    });
    await alliance.quiet(); // Settlement waits five seconds for a payee, and no longer.
    const { payoutId } = await promoter.client.post('/v1/payouts', { body: { party: 'promoter:pr-1' } });
    const payout = { payoutId, party: 'promoter:pr-1', grossFen: 1_999, taxFen: 0, netFen: 1_999 };
    await promoter.hears('payout.sent', { ...payout, state: 'sent' });
    await alliance.finance.post('/v1/payouts/{payoutId}/result', {
      params: { path: { payoutId } },
      body: { result: 'confirmed', occurredAt: new Date().toISOString(), reference: 'bank-1' },
    });
    await promoter.hears('payout.confirmed', { ...payout, state: 'confirmed', reference: 'bank-1' });
  });

  it('hears of a rate that will change; the brand, which set it, does not', async () => {
    const { effectiveFrom } = await brand.client.put('/v1/products/{productId}/plans/open', {
      params: { path: { productId: 'p-2' } },
      body: { commissionBps: 2_500 },
    });
    const rates = { commissionBps: 2_500, formerCommissionBps: 2_000 };
    await promoter.hears('rate-change.announced', { productId: 'p-2', effectiveFrom, ...rates });
  });

  it('hears of a sample at every step, and so does the brand', async () => {
    const { sampleId } = await promoter.client.post('/v1/promoters/{partyId}/samples', {
      params: { path: { partyId: 'pr-1' } },
      body: { productId: 'p-2' },
    });
    const params = { path: { sampleId } };
    const both = async (state: 'requested' | 'approved' | 'shipped' | 'received' | 'fulfilled') => {
      const sample = { sampleId, promoterId: 'pr-1', brandId: 'br-1', productId: 'p-2', state };
      for (const party of [promoter, brand]) await party.hears(`sample.${state}`, sample);
    };
    await both('requested');
    await brand.client.post('/v1/samples/{sampleId}/approval', { params, body: {} });
    await both('approved');
    const parcel = { carrier: '顺丰', trackingNo: 'SF100' };
    await brand.client.post('/v1/samples/{sampleId}/shipment', { params, body: parcel });
    await both('shipped');
    await promoter.client.post('/v1/samples/{sampleId}/receipt', { params, body: {} });
    await both('received');
    const content = { contentId: 'video-1', surface: 'short_video' as const };
    await promoter.client.post('/v1/samples/{sampleId}/fulfilment', { params, body: content });
    await both('fulfilled');
    await alliance.quiet();
    expect([promoter.unheard(), brand.unheard()]).toEqual([0, 0]);
  });

  it('finds in the API’s description what it will be sent', async () => {
    const document = (await (await fetch(`${system.baseUrl}/openapi.json`)).json()) as { webhooks: object };
    expect(Object.keys(document.webhooks)).toEqual(
      expect.arrayContaining(['sale.confirmed', 'pick.ended', 'rate-change.announced', 'sample.overdue']),
    );
  });
});
