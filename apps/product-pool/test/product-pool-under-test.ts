import { randomBytes } from 'node:crypto';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Producer } from 'kafkajs';
import { createConnection, type Connection } from 'mysql2/promise';
import { uuidv7 } from 'uuidv7';
import type { Caller } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import type { DataOf, EventDefinition } from '@chuanliu/contracts/define-event';
import { allEvents } from '@chuanliu/contracts/sale-flow';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { createService } from '@chuanliu/http/start-service';
import { kafkaClient } from '@chuanliu/messaging/kafka';
import { Progress } from '@chuanliu/messaging/progress';
import { untilAtRest } from '@chuanliu/testing/at-rest';
import { dropNamespace, uniqueNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import { takeFiles } from '../src/offer-in-bulk/take-files';
import { productPoolModule, type PoolRules } from '../src/product-pool.module';
import { pomelo } from './figures';

export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever came
  body: any;
}

export interface Announced {
  type: string;
  key: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever was said
  data: any;
}

type Who = Partial<Caller>;
export const operator: Who = { role: 'operator' };
export const asBrand = (partyId: string): Who => ({ role: 'brand', partyId });
export const asPromoter = (partyId: string): Who => ({ role: 'promoter', partyId });

/** The service on real servers: called through its own doors, told of partners by Kafka. */
export class ProductPoolUnderTest {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly signer: TokenSigner,
    private readonly namespace: Namespace,
    private readonly producer: Producer,
    readonly connection: Connection,
  ) {}

  static async start(rules: PoolRules = {}): Promise<ProductPoolUnderTest> {
    const namespace = uniqueNamespace();
    const { databaseUrl, kafkaBrokers } = namespace.servers;
    const { privateJwk, jwks } = await createKeyPair();
    const settings = {
      ...{ databaseUrl, kafkaBrokers: kafkaBrokers.split(','), namespace: namespace.name },
      ...{ instance: '1', sessionTimeoutMs: 10_000, plantedFault: '' },
    };
    const secret = randomBytes(32).toString('base64');
    const module = productPoolModule(settings, 'https://chuanliu.example', secret, rules);
    const options = { service: 'product-pool', trust: { jwks }, logLevel: 'silent', prepare: takeFiles };
    const app = await createService({ module, ...options });
    await app.init();
    const connection = await createConnection(`${databaseUrl}/${namespace.schemaOf('product-pool')}`);
    await rememberEverythingAnnounced(connection);
    await app.startAllMicroservices();
    const producer = kafkaClient(settings, 'partners').producer();
    await producer.connect();
    return new ProductPoolUnderTest(app, new TokenSigner(privateJwk), namespace, producer, connection);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  async stop(): Promise<void> {
    await this.producer.disconnect();
    await this.app.close();
    await this.connection.end();
    await dropNamespace(this.namespace);
  }

  /** Says something on a stream that the service hears, and does not wait for it to be heard. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any event's definition
  async say<D extends EventDefinition<any>>(event: D, data: DataOf<D>): Promise<void> {
    await this.producer.send({
      topic: this.namespace.brokerName(event.stream),
      acks: -1,
      messages: [
        { key: event.key(data), value: JSON.stringify(data), headers: { type: event.type, eventId: uuidv7() } },
      ],
    });
  }

  /** Waits until all that was said has been heard, and all that became due has been done. */
  async untilQuiet(): Promise<void> {
    const { parked } = await untilAtRest(() => this.app.get(Progress).look());
    if (parked > 0) throw new Error('an event was parked');
  }

  /** What the work announced; that each event fits its contract is checked on the way. */
  async announcedBy(work: () => Promise<unknown>): Promise<Announced[]> {
    const before = await this.announced();
    await work();
    return (await this.announced()).slice(before.length);
  }

  /** A part of the service, for what has no door of its own. */
  part<P>(token: Type<P>): P {
    return this.app.get(token);
  }

  /** Sets the service's clock. */
  itIs(instant: string): void {
    jest.spyOn(this.app.get(Clock), 'now').mockReturnValue(instant);
  }

  async call(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    caller: Who = operator,
    payload?: object | string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const who: Caller = { clientId: 'c-1', role: 'operator', partyId: null, personId: null, ...caller };
    const authorization = `Bearer ${await this.signer.sign(who, 60)}`;
    const body = payload === undefined ? {} : { payload };
    const answer = await this.app.inject({ method, url, headers: { authorization, ...headers }, ...body });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body === '' ? undefined : answer.json<unknown>(),
    };
  }

  /** A file, as it comes. */
  async download(url: string, caller: Who) {
    const who: Caller = { clientId: 'c-1', role: 'operator', partyId: null, personId: null, ...caller };
    const authorization = `Bearer ${await this.signer.sign(who, 60)}`;
    const { statusCode, headers, rawPayload } = await this.app.inject({
      method: 'GET',
      url,
      headers: { authorization },
    });
    return { status: statusCode, headers, bytes: rawPayload, text: rawPayload.toString('utf8') };
  }

  /** Opens a promotion link, as a stranger does. */
  async follow(path: string, method: 'GET' | 'HEAD' = 'GET') {
    const { statusCode, headers, body } = await this.app.inject({ method, url: path });
    return { status: statusCode, headers, text: body };
  }

  offer(productId: string, change: object = {}): Promise<Answer> {
    return this.call('PUT', `/v1/products/${productId}`, operator, { ...pomelo, ...change });
  }

  plan(productId: string, body: object, caller = operator): Promise<Answer> {
    return this.call('PUT', `/v1/products/${productId}/plans/open`, caller, body);
  }

  pick(promoterId: string, body: object, caller = operator): Promise<Answer> {
    return this.call('POST', `/v1/promoters/${promoterId}/picks`, caller, body);
  }

  end(promoterId: string, pickId: string, query = '', caller = operator): Promise<Answer> {
    return this.call('DELETE', `/v1/promoters/${promoterId}/picks/${pickId}${query}`, caller);
  }

  /** The refusal, and proof that nothing was announced. */
  async refusalOf(work: () => Promise<Answer>): Promise<[status: number, type: string]> {
    let body: { status: number; type: string } | undefined;
    const events = await this.announcedBy(async () => {
      body = (await work()).body as { status: number; type: string };
    });
    expect(events).toEqual([]);
    return [body!.status, body!.type];
  }

  private async announced(): Promise<Announced[]> {
    const [rows] = await this.connection.query('SELECT type, aggregate_id, payload FROM announced ORDER BY id');
    return (rows as Array<{ type: string; aggregate_id: string; payload: string }>).map(row => {
      const data: unknown = JSON.parse(row.payload);
      const event = allEvents.find(known => known.type === row.type)!;
      if (!event.check(data)) throw new Error(`${row.type} breaks its contract: ${JSON.stringify(event.check.errors)}`);
      return { type: row.type, key: row.aggregate_id, data };
    });
  }
}

/** The relay deletes what it has sent, so a trigger keeps a copy for the test. */
async function rememberEverythingAnnounced(connection: Connection): Promise<void> {
  await connection.query(
    `CREATE TABLE announced (id BIGINT AUTO_INCREMENT PRIMARY KEY, type VARCHAR(100), aggregate_id VARCHAR(140), payload LONGTEXT)`,
  );
  await connection.query(
    `CREATE TRIGGER remember AFTER INSERT ON outbox FOR EACH ROW
     INSERT INTO announced (type, aggregate_id, payload) VALUES (NEW.type, NEW.aggregate_id, NEW.payload)`,
  );
}
