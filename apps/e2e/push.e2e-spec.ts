import { refusalOfSignature } from '@chuanliu/auth/webhook-signature';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { AReceiver, type Received } from '../push/test/a-receiver';
import { Alliance } from './alliance';

jest.setTimeout(180_000);

describe('a promoter’s own system', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;
  let receiver: AReceiver;

  beforeAll(async () => {
    receiver = await AReceiver.open();
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    await alliance.brand('br-1', { techFeeBps: 500 });
    await alliance.promoter('pr-1');
    await alliance.product('p-1', 'br-1', 2_000);
  });
  afterAll(async () => {
    await system?.stop();
    await receiver.close();
  });

  it('hears of a sale as it is estimated, confirmed, refunded and void, and of the end of its pick', async () => {
    const promoter = await alliance.clientOf('promoter', 'pr-1');
    const registered = await alliance.calls.post<{ id: string; secret: string }>(promoter, '/v1/webhooks', {
      url: `${receiver.url}/chuanliu`,
      events: ['sale.*', 'pick.ended'],
    });
    expect(registered.status).toBe(201);
    const { id, secret } = registered.body;
    expect((await alliance.calls.post(promoter, `/v1/webhooks/${id}/test`, {})).status).toBe(202);
    await receiver.until(1);

    const pick = await alliance.pick('pr-1', 'p-1');
    const scene = { surface: 'link', promotionCode: pick.promotionCode };
    const payment = alliance.paid('o-1', 'br-1', [{ productId: 'p-1', paidFen: 10_000, scene }]);
    await alliance.send(payment);
    await receiver.until(2);
    await alliance.send(alliance.received('o-1'));
    await receiver.until(3);
    await alliance.send(alliance.refunded('o-1', 'r-1', 4_000));
    await receiver.until(4);
    await alliance.send(alliance.refunded('o-1', 'r-2', 6_000));
    await receiver.until(5);
    await alliance.calls.delete(promoter, `/v1/promoters/pr-1/picks/${pick.pickId}`);
    await receiver.until(6);
    await alliance.quiet();

    const sale = { orderId: 'o-1', lineNo: 1, productId: 'p-1', outcome: 'distribution', share: 'promoter' };
    expect(receiver.received.map(({ body }) => body as { type: string; data: object })).toMatchObject([
      { type: 'webhook.test', data: { webhookId: id } },
      { type: 'sale.estimated', data: { ...sale, state: 'estimated', amountFen: 2_000 } },
      { type: 'sale.confirmed', data: { ...sale, state: 'confirmed', amountFen: 2_000 } },
      { type: 'sale.changed', data: { ...sale, state: 'confirmed', amountFen: 1_200 } },
      { type: 'sale.void', data: { ...sale, state: 'void', amountFen: 0 } },
      { type: 'pick.ended', data: { pickId: pick.pickId, productId: 'p-1', promoterId: 'pr-1' } },
    ]);
    for (const received of receiver.received) expect(refusalOf(received, secret)).toBeNull();
    const list = await alliance.calls.get<{ items: Array<{ state: string; attempts: number }> }>(
      promoter,
      `/v1/webhooks/${id}/deliveries`,
    );
    expect(list.body.items.map(({ state, attempts }) => [state, attempts])).toEqual(Array(6).fill(['delivered', 1]));
  });

  it('finds in the API’s description what it will be sent', async () => {
    const document = (await (await fetch(`${system.baseUrl}/openapi.json`)).json()) as { webhooks: object };
    expect(Object.keys(document.webhooks)).toEqual(
      expect.arrayContaining(['sale.confirmed', 'pick.ended', 'rate-change.announced', 'sample.overdue']),
    );
  });
});

function refusalOf({ headers, raw: body }: Received, secret: string) {
  const header = (name: string) => headers[name] as string;
  const message = { id: header('webhook-id'), timestamp: header('webhook-timestamp'), body };
  return refusalOfSignature([secret], message, header('webhook-signature'), Date.now() / 1_000);
}
