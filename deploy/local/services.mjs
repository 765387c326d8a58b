import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './repository.mjs';

/** The services, their ports and their environment are data, so that tests read the very same file. */
const { services, environment, nodeArguments } = JSON.parse(
  readFileSync(new URL('services.json', import.meta.url), 'utf8'),
);

export const serviceNames = Object.keys(services);

/** What `node` runs for a service. */
export const argumentsOf = service => [...nodeArguments, programOf(service)];

export const programOf = (service, program = 'main') => join(root, 'dist', 'apps', service, 'src', `${program}.js`);

/** Ports by service, and by `service:internal` where health has one of its own; `gatewayPort` moves the public one. */
export function portsFrom(gatewayPort) {
  const ports = Object.fromEntries(
    serviceNames.flatMap(name => {
      const { port, internalPort } = services[name];
      return [[name, port], ...(internalPort ? [[`${name}:internal`, internalPort]] : [])];
    }),
  );
  return gatewayPort === undefined ? ports : { ...ports, gateway: gatewayPort };
}

/**
 * A port that a flag or the environment names; undefined where it is not set, which shells say with an empty text too.
 *
 * @throws {Error} when the text is no port
 */
export function portGiven(text, name) {
  if (text === undefined || text === '') return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new Error(`${text} is no port (${name})`);
  return port;
}

/** Where a service tells how it is. */
export const healthPortOf = (service, ports) => ports[`${service}:internal`] ?? ports[service];

/** Settings that no installation has. */
const forTestsAlone = ['CLOCK_AT', 'PLANTED_FAULT'];

/**
 * What the environment says of a service's settings: those that its built config names, and nothing else of what this
 * process was started with.
 *
 * @param {string} service
 */
export function settingsGivenTo(service, environmentOfLauncher = process.env) {
  const { Settings } = createRequire(import.meta.url)(programOf(service, `${service}.config`));
  const names = Object.keys(Settings.properties).filter(name => !forTestsAlone.includes(name));
  // An empty text is how shells say "not set".
  return Object.fromEntries(
    names.flatMap(name => (environmentOfLauncher[name] ? [[name, environmentOfLauncher[name]]] : [])),
  );
}

/**
 * The environment of one service: what the launcher decides (`environment` in services.json), and besides it what the
 * service's settings were given, or else what services.json has for them (`unlessSet`).
 *
 * @param {string} service
 * @param {{ports: Record<string, number>, namespace: string, kafkaBrokers: string, databaseUrl: string,
 *   authJwks: string, jwtPrivateJwk: string, buyerKeySecret: string, payeeKey: string, cartTokenSecret: string, pushKey: string, logLevel: string, nodeEnv: string}} values
 * @param {Record<string, string>} given
 */
export function environmentOf(service, values, given = {}) {
  const { environment: own, unlessSet = {} } = services[service];
  const filled = templates =>
    Object.fromEntries(
      Object.entries(templates).map(([name, text]) => [
        name,
        text.replace(/\{([\w:-]+)\}/g, (_, key) => valueOf(key, service, values)),
      ]),
    );
  return { ...filled(unlessSet), ...given, ...filled({ ...environment, ...own }) };
}

function valueOf(key, service, values) {
  if (key === 'port') return values.ports[service];
  if (key === 'internalPort') return values.ports[`${service}:internal`];
  if (key.startsWith('url:')) return `http://127.0.0.1:${values.ports[key.slice(4)]}`;
  if (values[key] === undefined) throw new Error(`services.json asks for {${key}}, which nobody gave`);
  return values[key];
}
