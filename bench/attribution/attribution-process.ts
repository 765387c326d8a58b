import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { topics } from '@chuanliu/contracts/topics';
import type { ServiceProcess } from '@chuanliu/testing/service-process';
import { dropNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import { memoryOf, type Memory, type Participant } from '../measure/process-times';
import { complaintsOf, serviceAlone } from '../service-alone';
import type { Servers } from '../subject';
import { Speaker } from './speaker';

const PATIENCE_MS = 240_000;
export const GROUP = 'attribution';

/** One built attribution process in a namespace of its own; what it must know is said on its topics. */
export class AttributionProcess {
  private constructor(
    readonly namespace: Namespace,
    private readonly service: ServiceProcess,
    /** Looks into its schema from outside. */
    readonly connection: Connection,
    readonly speaker: Speaker,
  ) {}

  static async start(servers: Servers, folder: string, profileFolder?: string): Promise<AttributionProcess> {
    const { namespace, service } = await serviceAlone(servers, folder, GROUP, {
      NODE_OPTIONS: profileFolder === undefined ? '' : `--require ${join(__dirname, '..', 'profile-on-signal.js')}`,
      PROFILE_NAME: join(profileFolder ?? folder, GROUP),
    });
    service.start();
    try {
      await service.untilReady();
      const database = namespace.schemaOf(GROUP);
      const connection = await createConnection({ uri: servers.databaseUrl, database, supportBigNumbers: true });
      return new AttributionProcess(namespace, service, connection, await Speaker.connect(namespace));
    } catch (fault) {
      await service.kill();
      await dropNamespace(namespace);
      throw fault;
    }
  }

  get schema(): string {
    return this.namespace.schemaOf(GROUP);
  }

  participant(): Participant {
    return { name: GROUP, pid: this.service.pid };
  }

  memory(): Memory {
    return memoryOf(this.participant());
  }

  complaints(): string[] {
    return complaintsOf(this.service);
  }

  /** Begins a CPU profile, or ends and writes it; without the option `--profile` the process takes no notice. */
  toggleProfile(): void {
    process.kill(this.service.pid, 'SIGWINCH');
  }

  /** How many events of a stream it has applied. */
  async applied(stream: string): Promise<number> {
    return this.number(
      `SELECT CAST(COALESCE(SUM(next_offset), 0) AS SIGNED) AS n FROM consumer_position
       WHERE consumer = '${GROUP}' AND topic = ?`,
      [stream],
    );
  }

  /** The answer to a question that has one row with one number, `n`. */
  async number(sql: string, parameters: unknown[] = []): Promise<number> {
    const [rows] = await this.connection.query<RowDataPacket[]>(sql, parameters);
    return Number((rows as Array<{ n: number | string }>)[0]?.n);
  }

  /**
   * Keeps it from applying anything, by a lock that each of its slices takes: so a backlog piles up before a process that
   * is warm.
   * @returns what lets it go on
   */
  async holdBack(): Promise<() => Promise<void>> {
    await this.connection.query('START TRANSACTION');
    await this.connection.query(
      `SELECT partition_no FROM consumer_position WHERE consumer = '${GROUP}' ORDER BY topic, partition_no FOR UPDATE`,
    );
    return async () => void (await this.connection.query('ROLLBACK'));
  }

  /** Waits until all that was said has been applied, and nothing is due. */
  async untilQuiet(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    const due = () =>
      this.number(
        'SELECT (SELECT COUNT(*) FROM due_line) + (SELECT COUNT(*) FROM due_touches) + (SELECT COUNT(*) FROM outbox) AS n',
      );
    while ((await due()) > 0) await this.pause(until, 'something is still due');
  }

  /** Waits until so many events of the stream of orders have been applied. @returns when, by performance.now() */
  async untilApplied(count: number, stream: string = topics.orderEvents.name): Promise<number> {
    const until = Date.now() + PATIENCE_MS;
    while ((await this.applied(stream)) < count) await this.pause(until, `${count} events of ${stream}`);
    return performance.now();
  }

  async pause(until: number, what: string, ms = 10): Promise<void> {
    if (Date.now() > until) throw new Error(`attribution does not come to its end: ${what}`);
    if (!this.service.isRunning()) throw new Error('attribution ended while it was measured');
    await sleep(ms);
  }

  async stop(): Promise<void> {
    await this.speaker.disconnect();
    await this.connection.end();
    await this.service.stop();
    await dropNamespace(this.namespace);
  }
}
