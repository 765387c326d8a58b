import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import { createService } from '@chuanliu/http/start-service';
import { kafkaClient, oneAtATimeProducer } from '@chuanliu/messaging/kafka';
import { Progress } from '@chuanliu/messaging/progress';
import { untilAtRest } from '@chuanliu/testing/at-rest';
import { settingsIn } from '@chuanliu/testing/settings-in';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { CommissionsModule } from '../src/commissions.module';
import { aContract, aParty, aPickKnown, aPromoter, aReceipt, aSaleAttributed, type Told } from './told-facts';

describe('commissions, through its own doors', () => {
  const namespace = uniqueNamespace();
  const settings = settingsIn(namespace);
  const producer = oneAtATimeProducer(kafkaClient(settings, 'test'));
  let app: NestFastifyApplication;
  let signer: TokenSigner;
  let said = 0;

  beforeAll(async () => {
    const { privateJwk, jwks } = await createKeyPair();
    signer = new TokenSigner(privateJwk);
    const module = CommissionsModule.forRoot(settings);
    app = await createService({ module, service: 'commissions', trust: { jwks }, logLevel: 'silent' });
    await app.startAllMicroservices();
    await app.init();
    await producer.connect();
  });
  afterAll(async () => {
    await producer.disconnect();
    await app.close();
    await dropNamespace(namespace);
  });

  async function say({ event, data }: Told): Promise<void> {
    const headers = { type: event.type, eventId: uuidv7() };
    const messages = [{ key: event.key(data), value: JSON.stringify(data), headers }];
    await producer.send({ topic: namespace.brokerName(event.stream), acks: -1, messages });
    said++;
  }

  async function untilQuiet() {
    const { parked, waiting } = await untilAtRest(
      () => app.get(Progress).look(),
      ({ partitions }) => partitions.reduce((sum, partition) => sum + partition.at, 0) === said,
    );
    return { parked, waiting };
  }

  const caller = (role: Caller['role'], partyId: string | null = null): Caller => ({
    clientId: 'client',
    role,
    partyId,
    personId: null,
  });

  async function get(as: Caller, url: string) {
    const authorization = `Bearer ${await signer.sign(as, 60)}`;
    const answer = await app.inject({ method: 'GET', url, headers: { authorization } });
    return { status: answer.statusCode, body: answer.json<Record<string, never>>() };
  }

  it('splits a sale whose terms come last, and shows each party what it earned', async () => {
    for (const fact of [aPromoter('pr-1'), aParty('agency', 'ag-1'), aSaleAttributed(), aContract()]) await say(fact);
    expect(await untilQuiet()).toEqual({ parked: 0, waiting: 1 });
    for (const fact of [aReceipt('2026-11-09T00:00:00.000Z'), aPickKnown()]) await say(fact);
    expect(await untilQuiet()).toEqual({ parked: 0, waiting: 0 });

    const { status, body } = await get(caller('promoter', 'pr-1'), '/v1/promoters/pr-1/sales?state=confirmed');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          id: 'shop/o-1/1',
          channelId: 'shop',
          orderId: 'o-1',
          lineNo: 1,
          productId: 'p-1',
          orderedAt: '2026-11-06T12:00:00.000Z',
          state: 'confirmed',
          outcome: 'distribution',
          share: 'promoter',
          baseFen: 20_400,
          estimatedFen: 2571,
          settledFen: 0,
          tag: null,
        },
      ],
      nextCursor: null,
      control: { count: 1, sumFen: 2571 },
    });
    for (const [path, amount] of [
      ['/v1/agencies/ag-1/sales', 1101],
      ['/v1/recruiters/re-2/sales', 408],
      ['/v1/brands/br-1/sales', 14_280],
    ] as const) {
      expect((await get(caller('finance'), path)).body).toMatchObject({ control: { count: 1, sumFen: amount } });
    }
  });

  it('keeps what is others’ absent, and what is misshapen out', async () => {
    expect((await get(caller('promoter', 'pr-2'), '/v1/promoters/pr-1/sales')).status).toBe(404);
    expect((await get(caller('finance'), '/v1/promoters/nobody/sales')).status).toBe(404);
    expect((await get(caller('finance'), '/v1/promoters/pr-1/sales?state=lost&limit=0&when=now')).status).toBe(400);
    expect((await get(caller('finance'), '/internal/orders/shop/o-1/splits')).status).toBe(403);
    for (const role of ['operator', 'internal'] as const)
      expect((await get(caller(role), '/v1/promoters/pr-1/sales')).status).toBe(403);
  });

  it('tells the gateway how the shares came about', async () => {
    const { status, body } = await get(caller('internal'), '/internal/orders/shop/o-1/splits');
    expect(status).toBe(200);
    expect(body).toMatchObject({ lines: [{ lineNo: 1, revision: 1, decisionRevision: 1, baseFen: 20_400 }] });
    const description = (await get(caller('internal'), '/internal/openapi.json')).body;
    expect(Object.keys(description.paths!)).toContain('/v1/promoters/{id}/sales');
  });
});
