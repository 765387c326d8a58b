import { createConnection, type Connection } from 'mysql2/promise';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { TokenSigner } from '@chuanliu/auth/token';
import type { ServiceProcess } from '@chuanliu/testing/service-process';
import { dropNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import { memoryOf, type Memory, type Participant } from '../measure/process-times';
import { complaintsOf, serviceAlone } from '../service-alone';
import type { Servers } from '../subject';

const TOKEN_SECONDS = 7_200;

/** One built settlement process in a namespace of its own, with its tables filled from outside. */
export class SettlementProcess {
  private constructor(
    readonly namespace: Namespace,
    private readonly service: ServiceProcess,
    private readonly token: string,
    /** On its schema. */
    readonly connection: Connection,
  ) {}

  static async start(servers: Servers, folder: string, profileFolder?: string): Promise<SettlementProcess> {
    const { namespace, service, jwtPrivateJwk } = await serviceAlone(servers, folder, 'settlement', {
      NODE_OPTIONS: profileFolder === undefined ? '' : `--require ${join(__dirname, '..', 'profile-on-signal.js')}`,
      PROFILE_NAME: join(profileFolder ?? folder, 'settlement'),
    });
    service.start();
    try {
      await service.untilReady();
      const signer = new TokenSigner(JSON.parse(jwtPrivateJwk) as JWK);
      const token = await signer.sign(
        { clientId: 'bench', role: 'finance', partyId: null, personId: 'bench' },
        TOKEN_SECONDS,
      );
      const connection = await connectTo(servers, namespace.schemaOf('settlement'));
      return new SettlementProcess(namespace, service, token, connection);
    } catch (fault) {
      await service.kill();
      await dropNamespace(namespace);
      throw fault;
    }
  }

  get schema(): string {
    return this.namespace.schemaOf('settlement');
  }

  participant(): Participant {
    return { name: 'settlement', pid: this.service.pid };
  }

  memory(): Memory {
    return memoryOf(this.participant());
  }

  /** Asks for the run of a business day. @returns its id @throws when it is refused */
  async beginRun(businessDate: string): Promise<string> {
    return (await this.begin<{ runId: string }>('settlement-runs', { businessDate })).runId;
  }

  /** Asks for payouts to everybody. @returns the batch's id @throws when it is refused */
  async beginBatch(dryRun: boolean): Promise<string> {
    return (await this.begin<{ batchId: string }>('payouts/batches', { dryRun })).batchId;
  }

  private async begin<A>(what: string, body: object): Promise<A> {
    const answer = await fetch(`${this.service.url}/v1/${what}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 202) throw new Error(`${what} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as A;
  }

  /** Begins a CPU profile, or ends and writes it; without the option `--profile` the process takes no notice. */
  toggleProfile(): void {
    process.kill(this.service.pid, 'SIGWINCH');
  }

  /** Warnings and worse in its log. */
  complaints(): string[] {
    return complaintsOf(this.service);
  }

  async stop(): Promise<void> {
    await this.connection.end();
    await this.service.stop();
    await dropNamespace(this.namespace);
  }
}

export const connectTo = ({ databaseUrl }: Servers, database: string): Promise<Connection> =>
  createConnection({ uri: databaseUrl, database, supportBigNumbers: true, dateStrings: true });
