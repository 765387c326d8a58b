import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyPair } from '@chuanliu/auth/key-pair';
import { repositoryRoot } from './repository-root';

interface ServicesFile {
  nodeArguments: string[];
  environment: Record<string, string>;
  services: Record<string, ServiceEntry>;
}

interface ServiceEntry {
  port: number;
  internalPort?: number;
  environment?: Record<string, string>;
  unlessSet?: Record<string, string>;
}

/** The launcher's own list: a service added there is in every test of the whole system. */
export const servicesFile = (): ServicesFile =>
  JSON.parse(readFileSync(join(repositoryRoot(), 'deploy/local/services.json'), 'utf8')) as ServicesFile;

export interface EnvironmentValues {
  /** By service, and by `service:internal` where health has a port of its own. */
  ports: Record<string, number>;
  namespace: string;
  kafkaBrokers: string;
  databaseUrl: string;
  /** JSON text of the public keys, and of the private one. */
  authJwks: string;
  jwtPrivateJwk: string;
  buyerKeySecret: string;
  payeeKey: string;
  cartTokenSecret: string;
  pushKey: string;
  logLevel: string;
  nodeEnv: string;
}

/** Fresh keys for one system. */
export async function freshSecrets(): Promise<
  Pick<EnvironmentValues, 'authJwks' | 'jwtPrivateJwk' | 'buyerKeySecret' | 'payeeKey' | 'cartTokenSecret' | 'pushKey'>
> {
  const { privateJwk, jwks } = await createKeyPair();
  return {
    authJwks: jwks,
    jwtPrivateJwk: JSON.stringify(privateJwk),
    buyerKeySecret: randomBytes(32).toString('base64'),
    payeeKey: randomBytes(32).toString('base64'),
    cartTokenSecret: randomBytes(32).toString('base64'),
    pushKey: randomBytes(32).toString('base64'),
  };
}

/** The environment of one service: the file's templates, filled. */
export function environmentOf(service: string, values: EnvironmentValues): Record<string, string> {
  const { environment, services } = servicesFile();
  const templates = { ...services[service]?.unlessSet, ...environment, ...services[service]?.environment };
  const fill = (text: string) => text.replace(/\{([\w:-]+)\}/g, (_, key: string) => valueOf(key, service, values));
  return Object.fromEntries(Object.entries(templates).map(([name, text]) => [name, fill(text)]));
}

function valueOf(key: string, service: string, values: EnvironmentValues): string {
  if (key === 'port') return String(values.ports[service]);
  if (key === 'internalPort') return String(values.ports[`${service}:internal`]);
  if (key.startsWith('url:')) return `http://127.0.0.1:${values.ports[key.slice('url:'.length)]}`;
  const value = values[key as keyof EnvironmentValues];
  if (typeof value !== 'string') throw new Error(`services.json asks for {${key}}, which nobody gave`);
  return value;
}
