import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Producer } from 'kafkajs';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { createService } from '@chuanliu/http/start-service';
import { kafkaClient, oneAtATimeProducer } from '@chuanliu/messaging/kafka';
import { Progress } from '@chuanliu/messaging/progress';
import { dropNamespace, uniqueNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import { PATIENCE_MS } from '@chuanliu/testing/eventually';
import { DeliverDue } from '../src/deliver/deliver-due';
import type { DeliverySettings, TargetRules } from '../src/push.config';
import { pushModule } from '../src/push.module';

export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever came
  body: any;
}

type Who = Partial<Caller>;
export const operator: Who = { role: 'operator' };
export const asBrand = (partyId: string): Who => ({ role: 'brand', partyId });
export const asPromoter = (partyId: string): Who => ({ role: 'promoter', partyId });

const anywhere: TargetRules = { besidePublic: 'loopback', allowHttp: true, ports: undefined };

/** The service on real servers: called through its own doors, told by Kafka, with a clock that the test may set. */
export class PushUnderTest {
  private instant: string | undefined;

  private constructor(
    private app: NestFastifyApplication,
    private readonly open: (instant?: string) => Promise<NestFastifyApplication>,
    private readonly signer: TokenSigner,
    readonly namespace: Namespace,
    private readonly producer: Producer,
  ) {}

  static async start(targets = anywhere, more: Partial<DeliverySettings> = {}): Promise<PushUnderTest> {
    const namespace = uniqueNamespace();
    const { databaseUrl, kafkaBrokers } = namespace.servers;
    const { privateJwk, jwks } = await createKeyPair();
    const settings = {
      ...{ databaseUrl, kafkaBrokers: kafkaBrokers.split(','), namespace: namespace.name },
      ...{ instance: '1', sessionTimeoutMs: 6_000, plantedFault: '' },
    };
    const delivery = { targets, secretKey: Buffer.alloc(32, 7).toString('base64'), mostInFlight: 16, ...more };
    const open = async (instant?: string) => {
      const module = pushModule(settings, delivery);
      const app = await createService({ module, service: 'push', trust: { jwks }, logLevel: 'silent' });
      if (instant !== undefined) stopClock(app, instant);
      await app.startAllMicroservices();
      await app.init();
      return app;
    };
    const app = await open();
    const producer = oneAtATimeProducer(kafkaClient(settings, 'test'));
    await producer.connect();
    return new PushUnderTest(app, open, new TokenSigner(privateJwk), namespace, producer);
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
    await this.app.close();
    await dropNamespace(this.namespace);
  }

  /** Stops the service and starts it again on the same data, at the same instant by its clock. */
  async restart(): Promise<void> {
    await this.stopHearing();
    await this.hearAgain();
  }

  /** Stops the service; what is said meanwhile waits for it. */
  stopHearing(): Promise<void> {
    return this.app.close();
  }

  async hearAgain(): Promise<void> {
    this.app = await this.open(this.instant);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  part<T>(type: new (...args: never[]) => T): T {
    return this.app.get(type);
  }

  /** Says something on a stream that the service hears. @returns its event id, which a second saying may repeat */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  async say<D extends EventDefinition<any>>(event: D, data: DataOf<D>, eventId: string = uuidv7()): Promise<string> {
    if (!event.check(data)) throw new Error(`not a ${event.type}: ${JSON.stringify(event.check.errors)}`);
    await this.producer.send({
      topic: this.namespace.brokerName(event.stream),
      acks: -1,
      messages: [{ key: event.key(data), value: JSON.stringify(data), headers: { type: event.type, eventId } }],
    });
    return eventId;
  }

  /** Waits until all that was said has been heard. */
  async untilHeard(): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(50)) {
      const progress = await this.app
        .get(Progress)
        .look()
        .catch(() => null); // The broker is still electing leaders for topics that were made just now.
      if (progress && progress.parked > 0) throw new Error('an event was parked');
      if (progress?.lag === 0) return;
    }
    throw new Error('the service does not come to rest');
  }

  /** Sets the service's clock, and has it look what is due by it. */
  itIs(instant: string): void {
    this.instant = instant;
    stopClock(this.app, instant);
    this.app.get(DeliverDue).wake();
  }

  async call(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    caller: Who = operator,
    payload?: object,
  ): Promise<Answer> {
    const who: Caller = { clientId: 'c-1', role: 'operator', partyId: null, personId: null, ...caller };
    const authorization = `Bearer ${await this.signer.sign(who, 60)}`;
    const answer = await this.app.inject({ method, url, headers: { authorization }, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json<unknown>() };
  }

  /** A webhook of this caller. @returns its id and secret */
  async webhook(url: string, caller: Who, events = ['*']): Promise<{ id: string; secret: string }> {
    const answer = await this.call('POST', '/v1/webhooks', caller, { url, events });
    expect(answer.status).toBe(201);
    return answer.body as { id: string; secret: string };
  }

  test(webhookId: string, caller: Who = operator): Promise<Answer> {
    return this.call('POST', `/v1/webhooks/${webhookId}/test`, caller);
  }

  /** A webhook's deliveries, the newest first. */
  async deliveries(webhookId: string, query = ''): Promise<Array<Record<string, unknown>>> {
    const answer = await this.call('GET', `/v1/webhooks/${webhookId}/deliveries${query}`);
    return (answer.body as { items: Array<Record<string, unknown>> }).items;
  }

  /**
   * Waits until the newest delivery is so. An attempt under way is counted already, and shows what the one before it
   * met: where both fail, a test that goes on from the second has them answered differently.
   */
  untilDelivery(webhookId: string, expected: Record<string, unknown>): Promise<Record<string, unknown>> {
    return untilSo('delivery', expected, async () => (await this.deliveries(webhookId, '?limit=1'))[0]);
  }

  /** Waits until the webhook is so: what follows for it is written after the delivery. */
  untilWebhook(webhookId: string, expected: Record<string, unknown>): Promise<Record<string, unknown>> {
    const read = async () => (await this.call('GET', `/v1/webhooks/${webhookId}`)).body as Record<string, unknown>;
    return untilSo('webhook', expected, read);
  }
}

const stopClock = (app: NestFastifyApplication, instant: string) =>
  void jest.spyOn(app.get(Clock), 'now').mockReturnValue(instant);

async function untilSo(
  what: string,
  expected: Record<string, unknown>,
  read: () => Promise<Record<string, unknown> | undefined>,
): Promise<Record<string, unknown>> {
  let last: Record<string, unknown> | undefined;
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(30)) {
    last = await read();
    if (last && Object.entries(expected).every(([name, value]) => last![name] === value)) return last;
  }
  throw new Error(`the ${what} stays ${JSON.stringify(last)}`);
}
