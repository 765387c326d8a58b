import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import { orderEventTakenIn } from '@chuanliu/contracts/gateway/order-event-taken-in.v1';
import { productKnown } from '@chuanliu/contracts/product-pool/product-known.v1';
import { createService } from '@chuanliu/http/start-service';
import { DirectProducer } from '@chuanliu/messaging/direct-producer';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { untilSeen } from '@chuanliu/testing/eventually';
import { OrdersModule } from '../src/orders.module';
import { takenIn } from './orders-under-test';
import { aLine, paid, reached, refunded } from './told-facts';

describe('orders, through its own doors', () => {
  const namespace = uniqueNamespace();
  const settings = settingsIn(namespace);
  const intake = new DirectProducer(settings, 'test-intake');
  let app: NestFastifyApplication;
  let tokens: TokenSigner;

  beforeAll(async () => {
    const { privateJwk, jwks } = await createKeyPair();
    tokens = new TokenSigner(privateJwk);
    app = await createService({
      module: OrdersModule.forRoot(settings),
      service: 'orders',
      trust: { jwks },
      logLevel: 'silent',
    });
    await app.startAllMicroservices();
    await app.init();
    await intake.connect();
  });
  afterAll(async () => {
    await intake.disconnect();
    await app.close();
    await dropNamespace(namespace);
  });

  async function get<T>(url: string, role: Role = 'internal'): Promise<{ status: number; body: T }> {
    const token = await tokens.sign({ clientId: 'test', role, partyId: null, personId: null }, 60);
    const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
    return { status: answer.statusCode, body: JSON.parse(answer.body) as T };
  }

  async function until<T>(url: string, isThere: (body: T) => boolean): Promise<T> {
    const seen = await untilSeen(
      () => get<T>(url),
      ({ status, body }) => status === 200 && isThere(body),
    );
    return seen.body;
  }

  it('shows an order as soon as it is paid, and what wants a person’s eye', async () => {
    const lines = [aLine(), aLine({ lineNo: 2, productId: 'p-2', paidFen: 0, platformSubsidyFen: 0 })];
    const facts = [refunded({ refundFen: 20_000 }), reached('shipped'), paid({ lines, freightFen: 800 })];
    await intake.send(
      orderEventTakenIn,
      facts.map(fact => takenIn('o-1', fact)),
    );
    const { orders } = await until<{ orders: unknown[] }>('/internal/orders/o-1', body => body.orders.length > 0);
    expect(orders).toMatchObject([
      {
        channelId: 'shop',
        orderId: 'o-1',
        orderRevision: 1,
        brandId: 'br-1',
        payment: { channel: 'wechat', transactionId: 't-1', freightFen: 800 },
        state: 'shipped',
        receivedAt: null,
        lines: [
          { lineNo: 1, paidFen: 19_900, platformSubsidyFen: 500, refundedFen: 20_000, baseFen: 0, state: 'void' },
          { lineNo: 2, productId: 'p-2', baseFen: 0, state: 'void' },
        ],
        refunds: [{ refundId: 'r-1', refundFen: 20_000 }],
      },
    ]);

    await intake.send(productKnown, [
      { productId: 'p-1', brandId: 'br-2', title: 'A', categoryId: 'c', priceFen: 1, state: 'on-shelf', revision: 1 },
    ]);
    const { items } = await until<{ items: unknown[] }>(
      '/internal/exceptions?orderId=o-1',
      body => body.items.length === 2,
    );
    expect(items).toMatchObject([
      { kind: 'orders/product-of-other-brand', lineNo: 1, state: 'open' },
      { kind: 'orders/refund-exceeds-paid', lineNo: 1, state: 'open' },
    ]);
  });

  it('counts what waits for its payment', async () => {
    await intake.send(orderEventTakenIn, [takenIn('o-2', refunded())]);
    await until<{ waiting: number }>('/internal/progress', body => body.waiting === 1);
    expect(await get('/internal/orders/o-2')).toEqual({ status: 200, body: { orders: [] } });
    await intake.send(orderEventTakenIn, [takenIn('o-2', paid())]);
    await until<{ waiting: number }>('/internal/progress', body => body.waiting === 0);
  });

  it('answers the gateway alone, and refuses what it does not understand', async () => {
    expect((await get('/internal/orders/o-1', 'operator')).status).toBe(403);
    expect((await get('/internal/exceptions', 'finance')).status).toBe(403);
    expect((await get('/internal/orders/o%201')).status).toBe(400);
    expect((await get('/internal/orders/o-1?channel=shop')).status).toBe(400);
    expect((await get('/internal/exceptions?limit=0')).status).toBe(400);
    expect((await get('/internal/exceptions?afterAt=yesterday')).status).toBe(400);
    expect((await get('/internal/orders/o-1?channelId=elsewhere')).body).toEqual({ orders: [] });
  });
});
