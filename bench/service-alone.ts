import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { topics } from '@chuanliu/contracts/topics';
import { declareTopics } from '@chuanliu/messaging/declare-topics';
import { environmentOf, freshSecrets } from '@chuanliu/testing/service-environment';
import { ServiceProcess } from '@chuanliu/testing/service-process';
import { uniqueNamespace, type Namespace } from '@chuanliu/testing/unique-namespace';
import type { Servers } from './subject';

export interface ServiceAlone {
  namespace: Namespace;
  service: ServiceProcess;
  /** Signs tokens that the service takes. */
  jwtPrivateJwk: string;
}

/**
 * One built service, not yet started, in a namespace of its own with all topics and nobody else: what it costs is its
 * own.
 * @param environment further variables
 */
export async function serviceAlone(
  { kafkaBrokers, databaseUrl }: Servers,
  folder: string,
  name: string,
  environment: Record<string, string>,
): Promise<ServiceAlone> {
  const namespace = uniqueNamespace({ kafkaBrokers, databaseUrl });
  const names = Object.values(topics).map(topic => topic.name);
  await declareTopics({ kafkaBrokers: kafkaBrokers.split(','), namespace: namespace.name }, names);
  const secrets = await freshSecrets();
  const port = await freePort();
  const values = { ...secrets, ports: { [name]: port, gateway: 8080 }, namespace: namespace.name };
  const url = `http://127.0.0.1:${port}`;
  const service = new ServiceProcess({
    name,
    url,
    healthUrl: url,
    environment: {
      ...environmentOf(name, { ...values, kafkaBrokers, databaseUrl, logLevel: 'info', nodeEnv: 'test' }),
      ...environment,
    },
    logFile: join(folder, `${name}.log`),
  });
  return { namespace, service, jwtPrivateJwk: secrets.jwtPrivateJwk };
}

/** Warnings and worse in a service's log. */
export const complaintsOf = (service: ServiceProcess): string[] =>
  service
    .log()
    .split('\n')
    .filter(line => /"level":"(warn|error|fatal)"/.test(line) || (line !== '' && !line.startsWith('{')));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
