import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { topics } from '@chuanliu/contracts/topics';
import { declareTopics } from '@chuanliu/messaging/declare-topics';
import { repositoryRoot } from './repository-root';
import { ServiceProcess } from './service-process';
import { environmentOf, freshSecrets, servicesFile } from './service-environment';
import { dropNamespace, uniqueNamespace, type Namespace } from './unique-namespace';

const run = promisify(execFile);

/** Who may call a system, as the launcher's credentials file tells. */
export interface Credentials {
  baseUrl: string;
  clients: Record<string, { clientId: string; clientSecret: string }>;
  channel: { id: string; secret: string };
}

export interface SystemOptions {
  namespace?: Namespace;
  /** Further environment by service, such as a planted fault. */
  environment?: Record<string, Record<string, string>>;
  logLevel?: string;
}

/**
 * The whole system as processes, built, on free ports and in a namespace of its own: what a test of the sale's flow
 * talks to. Needs `npm run build` first, which `npm test` does.
 */
export class SystemUnderTest {
  private constructor(
    readonly namespace: Namespace,
    readonly credentials: Credentials,
    private readonly services: Map<string, ServiceProcess>,
    private readonly folder: string,
  ) {}

  /** @throws when a service does not become ready; what had started is stopped then. */
  static async start(options: SystemOptions = {}): Promise<SystemUnderTest> {
    const namespace = options.namespace ?? uniqueNamespace();
    const parent = process.env.TEST_FOLDER ?? join(repositoryRoot(), '.local');
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(join(parent, 'system-under-test-'));
    const environments = await environmentsOf(namespace, options);
    const services = new Map(
      Object.entries(environments).map(([name, environment]) => {
        const url = `http://127.0.0.1:${environment.PORT}`;
        const healthUrl = `http://127.0.0.1:${environment.INTERNAL_PORT ?? environment.PORT}`;
        return [name, new ServiceProcess({ name, url, healthUrl, environment, logFile: join(folder, `${name}.log`) })];
      }),
    );
    try {
      await declareAllTopics(namespace);
      for (const service of services.values()) service.start();
      await Promise.all([...services.values()].map(service => service.untilReady()));
      const gateway = services.get('gateway')!;
      const credentials = await makeCredentials(gateway.url, environments.gateway!, join(folder, 'credentials.json'));
      return new SystemUnderTest(namespace, credentials, services, folder);
    } catch (error) {
      await Promise.all([...services.values()].map(service => service.kill()));
      await dropNamespace(namespace).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get baseUrl(): string {
    return this.credentials.baseUrl;
  }

  service(name: string): ServiceProcess {
    const service = this.services.get(name);
    if (!service) throw new Error(`There is no service ${name}`);
    return service;
  }

  /** All services, for looking at their logs, memory or CPU. */
  everyService(): ServiceProcess[] {
    return [...this.services.values()];
  }

  /** Kills a service with -9 and starts it again; `extra` is environment for the new start only. */
  async killAndRestart(name: string, extra?: Record<string, string>): Promise<void> {
    const service = this.service(name);
    await service.kill();
    service.start(extra);
    await service.untilReady();
  }

  /** Stops every service, then deletes the namespace and the logs. */
  async stop(): Promise<void> {
    await Promise.all(this.everyService().map(service => service.stop()));
    await dropNamespace(this.namespace);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The broker waits this long before it gives a killed service's partitions away; its lower bound, so that tests are quick. */
const quickTakeOver: Record<string, string> = { KAFKA_SESSION_TIMEOUT_MS: '6000' };

async function environmentsOf(namespace: Namespace, options: SystemOptions) {
  const { services } = servicesFile();
  const names = Object.keys(services);
  const doors = names.flatMap(name => (services[name]?.internalPort ? [name, `${name}:internal`] : [name]));
  const free = await freePorts(doors.length);
  const ports = Object.fromEntries(doors.map((door, index) => [door, free[index]!]));
  const { kafkaBrokers, databaseUrl } = namespace.servers;
  const values = {
    ...(await freshSecrets()),
    ports,
    namespace: namespace.name,
    kafkaBrokers,
    databaseUrl,
    logLevel: options.logLevel ?? 'warn',
    nodeEnv: 'test',
  };
  return Object.fromEntries(
    names.map(name => [name, { ...environmentOf(name, values), ...quickTakeOver, ...options.environment?.[name] }]),
  );
}

/** All topics before any service: several that declare the same ones at once trip over each other's half-made ones. */
async function declareAllTopics({ name, servers }: Namespace): Promise<void> {
  const names = Object.values(topics).map(topic => topic.name);
  const settings = { kafkaBrokers: servers.kafkaBrokers.split(','), namespace: name };
  await declareTopics(settings, names);
}

/** The gateway's own program makes the first clients, as in an installation. */
async function makeCredentials(
  baseUrl: string,
  environment: Record<string, string>,
  file: string,
): Promise<Credentials> {
  const program = join(repositoryRoot(), 'dist/apps/gateway/src/bootstrap-clients.js');
  await run(process.execPath, [program, '--file', file, '--base-url', baseUrl], {
    env: { PATH: process.env.PATH, ...environment },
  });
  const written = JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  return { ...written, baseUrl };
}

/** Ports that are free now, all held at once so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const holders = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = holders.map(server => (server.address() as AddressInfo).port);
  await Promise.all(holders.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}
