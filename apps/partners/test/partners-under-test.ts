import { createConnection, type Connection } from 'mysql2/promise';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Caller } from '@chuanliu/auth/caller';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { TokenSigner } from '@chuanliu/auth/token';
import { allEvents } from '@chuanliu/contracts/sale-flow';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { createService } from '@chuanliu/http/start-service';
import { DueWork } from '@chuanliu/messaging/due-work';
import { Progress } from '@chuanliu/messaging/progress';
import { untilAtRest } from '@chuanliu/testing/at-rest';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { NamePersons } from '../src/name-persons/name-persons';
import { partnersModule } from '../src/partners.module';

export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever came
  body: any;
}

export interface Announced {
  type: string;
  key: string;
  data: Record<string, unknown>;
}

const operator: Partial<Caller> = { role: 'operator' };

/** The service on real servers, called through its own doors. */
export class PartnersUnderTest {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly signer: TokenSigner,
    readonly connection: Connection,
    private readonly end: () => Promise<void>,
  ) {}

  static async start(payeeKey?: string): Promise<PartnersUnderTest> {
    const namespace = uniqueNamespace();
    const { databaseUrl, kafkaBrokers } = namespace.servers;
    const { privateJwk, jwks } = await createKeyPair();
    const settings = {
      ...{ databaseUrl, kafkaBrokers: kafkaBrokers.split(','), namespace: namespace.name },
      ...{ instance: '1', sessionTimeoutMs: 10_000, plantedFault: '' },
    };
    const module = partnersModule(settings, payeeKey);
    const app = await createService({ module, service: 'partners', trust: { jwks }, logLevel: 'silent' });
    await app.init();
    const connection = await createConnection(`${databaseUrl}/${namespace.schemaOf('partners')}`);
    await rememberEverythingAnnounced(connection);
    await app.startAllMicroservices();
    return new PartnersUnderTest(app, new TokenSigner(privateJwk), connection, async () => {
      await app.close();
      await connection.end();
      await dropNamespace(namespace);
    });
  }

  stop(): Promise<void> {
    return this.end();
  }

  put(url: string, payload: object, caller = operator): Promise<Answer> {
    return this.call('PUT', url, caller, payload);
  }

  get(url: string, caller = operator): Promise<Answer> {
    return this.call('GET', url, caller);
  }

  /** What was announced by the work, and whether each event fits its contract is checked on the way. */
  async announcedBy(work: () => Promise<unknown>): Promise<Announced[]> {
    const before = await this.announced();
    await work();
    return (await this.announced()).slice(before.length);
  }

  /** As the service does when it starts. */
  namePersons(): Promise<void> {
    return this.app.get(NamePersons).run();
  }

  /** Waits until all that is due has been done. */
  async untilNothingIsDue(): Promise<void> {
    this.app.get(DueWork).wake();
    await untilAtRest(() => this.app.get(Progress).look());
  }

  /** Sets the service's clock. */
  itIs(instant: string): void {
    jest.spyOn(this.app.get(Clock), 'now').mockReturnValue(instant);
  }

  private async announced(): Promise<Announced[]> {
    const [rows] = await this.connection.query('SELECT type, aggregate_id, payload FROM announced ORDER BY id');
    return (rows as Array<{ type: string; aggregate_id: string; payload: string }>).map(row => {
      const data = JSON.parse(row.payload) as Record<string, unknown>;
      const event = allEvents.find(known => known.type === row.type)!;
      if (!event.check(data)) throw new Error(`${row.type} breaks its contract: ${JSON.stringify(event.check.errors)}`);
      return { type: row.type, key: row.aggregate_id, data };
    });
  }

  private async call(method: 'GET' | 'PUT', url: string, caller: Partial<Caller>, payload?: object): Promise<Answer> {
    const who: Caller = { clientId: 'c-1', role: 'operator', partyId: null, personId: null, ...caller };
    const headers = { authorization: `Bearer ${await this.signer.sign(who, 60)}` };
    const answer = await this.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json<unknown>() };
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
