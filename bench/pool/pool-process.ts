import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JWK } from 'jose';
import { Client, Pool as Connections } from 'undici';
import type { Caller } from '@chuanliu/auth/caller';
import { TokenSigner } from '@chuanliu/auth/token';
import type { ServiceProcess } from '@chuanliu/testing/service-process';
import { dropNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import { memoryOf, type Memory, type Participant } from '../measure/process-times';
import { complaintsOf, serviceAlone } from '../service-alone';
import type { Servers } from '../subject';
import { CONNECTIONS } from './options';

const TOKEN_SECONDS = 7_200;
const PATIENCE_MS = 300_000;

type Method = 'GET' | 'POST' | 'PUT';

interface PoolAnswer<T> {
  status: number;
  body: T;
}

/** How long the event loop was held up, in milliseconds. */
export interface LoopDelay {
  p99: number;
  max: number;
}

/**
 * One built product-pool process in a namespace of its own, called directly: nothing else of the system runs, so what
 * it costs is its own. Whom it must know stands in its tables.
 */
export class PoolProcess {
  private readonly tokens = new Map<string, string>();
  /** Those who search under load have connections of their own: nobody else waits behind them. */
  private searching!: Connections;
  private connections!: Connections;

  private constructor(
    readonly namespace: Namespace,
    private readonly service: ServiceProcess,
    private readonly signer: TokenSigner,
    private readonly meterSocket: string,
  ) {}

  static async prepare(servers: Servers, folder: string, profileFolder?: string): Promise<PoolProcess> {
    const meterSocket = join(folder, 'event-loop.sock');
    const { namespace, service, jwtPrivateJwk } = await serviceAlone(servers, folder, 'product-pool', {
      EVENT_LOOP_SOCKET: meterSocket,
      NODE_OPTIONS: preloads(profileFolder),
      PROFILE_NAME: join(profileFolder ?? folder, 'product-pool'),
    });
    return new PoolProcess(namespace, service, new TokenSigner(JSON.parse(jwtPrivateJwk) as JWK), meterSocket);
  }

  get schema(): string {
    return this.namespace.schemaOf('product-pool');
  }

  participant(): Participant {
    return { name: 'product-pool', pid: this.service.pid };
  }

  memory(): Memory {
    return memoryOf(this.participant());
  }

  /** Starts it, and waits until it answers anything. */
  async start(): Promise<void> {
    this.service.start();
    const pool = () => new Connections(this.service.url, { connections: CONNECTIONS, pipelining: 1 });
    [this.searching, this.connections] = [pool(), pool()];
    await this.service.untilReady(PATIENCE_MS);
  }

  /** Tokens for those who will call, so that no measured request waits for a signature. */
  async introduce(promoters: readonly string[]): Promise<void> {
    const sign = (caller: Partial<Caller>) =>
      this.signer.sign(
        { clientId: 'bench', role: 'operator', partyId: null, personId: null, ...caller },
        TOKEN_SECONDS,
      );
    this.tokens.set('operator', await sign({}));
    for (const id of promoters) this.tokens.set(id, await sign({ role: 'promoter', partyId: id }));
  }

  /** Calls a door as one of those who were introduced: `operator`, or a promoter's id. */
  call<T>(who: string, method: Method, path: string, body?: unknown): Promise<PoolAnswer<T>> {
    return this.callBy(this.connections, who, method, path, body);
  }

  /** A search under load. @throws when the answer is a refusal */
  async search(promoterId: string, path: string): Promise<void> {
    const { status, body } = await this.callBy(this.searching, promoterId, 'GET', path);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  }

  /** As `call`. @throws when the answer is a refusal */
  async must<T>(who: string, method: Method, path: string, body?: unknown): Promise<T> {
    const answer = await this.call<T>(who, method, path, body);
    if (answer.status < 300) return answer.body;
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }

  /** Waits for one of the twenty connections when all are busy. */
  private async callBy<T>(
    connections: Connections,
    who: string,
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<PoolAnswer<T>> {
    const answer = await connections.request({
      method,
      path,
      headers: {
        authorization: `Bearer ${this.tokens.get(who)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  /** How long the event loop was held up since this was last asked. */
  async loopDelay(): Promise<LoopDelay> {
    const client = new Client('http://meter', { socketPath: this.meterSocket });
    try {
      const { body } = await client.request({ path: '/', method: 'GET' });
      return (await body.json()) as LoopDelay;
    } finally {
      await client.close();
    }
  }

  /** Begins a CPU profile, or ends and writes it; without the option `--profile` the process takes no notice. */
  toggleProfile(): void {
    process.kill(this.service.pid, 'SIGWINCH');
  }

  /** How long each build of the index took so far, in milliseconds, as the process's log tells. */
  builds(): number[] {
    return [...this.service.log().matchAll(/built in (\d+) ms/g)].map(([, ms]) => Number(ms));
  }

  /** Warnings and worse in its log. */
  complaints(): string[] {
    return complaintsOf(this.service);
  }

  async stop(): Promise<void> {
    await Promise.all([this.searching?.destroy(), this.connections?.destroy()]);
    await this.service.stop();
    await dropNamespace(this.namespace);
  }
}

/** Asks again and again until the answer satisfies. @returns when it did, by performance.now() */
export async function untilTrue(test: () => Promise<boolean>, everyMs: number, what: string): Promise<number> {
  const until = performance.now() + PATIENCE_MS;
  while (!(await test())) {
    if (performance.now() > until) throw new Error(`after ${PATIENCE_MS / 1_000} s still not: ${what}`);
    await sleep(everyMs);
  }
  return performance.now();
}

function preloads(profileFolder: string | undefined): string {
  const programs = [join(__dirname, 'event-loop-meter.js')];
  if (profileFolder !== undefined) programs.push(join(__dirname, '..', 'profile-on-signal.js'));
  return programs.map(program => `--require ${program}`).join(' ');
}
