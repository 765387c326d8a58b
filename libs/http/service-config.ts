import { Type, type Static, type TObject } from '@sinclair/typebox';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { compileShape } from './validate';
import { fromTexts } from './query-texts';

/** What the environment tells every service; spread it into the service's own settings. */
export const serviceSettings = {
  PORT: Type.Integer({ minimum: 0, maximum: 65_535 }),
  HOST: Type.String({ default: '127.0.0.1' }),
  LOG_LEVEL: Type.Union(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map(level => Type.Literal(level)),
    { default: 'info' },
  ),
  NODE_ENV: Type.Optional(Type.String()),
  /** The instant at which the clock of commands stands: for tests alone, with NODE_ENV=test. */
  CLOCK_AT: Type.Optional(Type.String({ format: 'instant' })),
  /** Public keys of the gateway's tokens: JSON text of a JWK set. */
  AUTH_JWKS: Type.Optional(Type.String({ minLength: 2 })),
  OIDC_ISSUER: Type.Optional(Type.String({ pattern: '^https?://' })),
  OIDC_AUDIENCE: Type.Optional(Type.String({ minLength: 1 })),
};

type CommonSettings = Static<TObject<typeof serviceSettings>>;

/** The settings that stand in the environment, or what is wrong with them, one line each. */
export function parseConfig<S extends TObject>(
  schema: S,
  env: NodeJS.ProcessEnv,
): { config: Static<S>; faults: [] } | { config?: undefined; faults: string[] } {
  // An empty text is how shells and compose files say "not set".
  const given = Object.keys(schema.properties).flatMap(name => (env[name] ? [[name, env[name]] as const] : []));
  const { values } = fromTexts(schema, Object.fromEntries(given));
  const faults = compileShape(schema).faults(values);
  if (faults.length === 0) return { config: values, faults: [] };
  return { faults: faults.map(({ pointer, problem }) => `${pointer.slice(1)} ${problem}`) };
}

/** Reads the environment once, at start. With anything wrong in it, says all of it and ends the process. */
export function readConfig<S extends TObject>(schema: S, env: NodeJS.ProcessEnv = process.env): Static<S> {
  const { config, faults } = parseConfig(schema, env);
  if (config !== undefined) return config;
  process.stderr.write(
    `The environment does not configure this service:\n${faults.map(line => `  ${line}\n`).join('')}`,
  );
  process.exit(1);
}

/** The common settings as `startService` takes them. */
export function listening(settings: CommonSettings) {
  const { PORT, HOST, LOG_LEVEL, AUTH_JWKS, OIDC_ISSUER, OIDC_AUDIENCE } = settings;
  if (settings.CLOCK_AT !== undefined && settings.NODE_ENV !== 'test') throw new Error('CLOCK_AT is for tests alone');
  const clockAt = settings.CLOCK_AT && toUtcInstant(settings.CLOCK_AT);
  const trust = { jwks: AUTH_JWKS, oidcIssuer: OIDC_ISSUER, oidcAudience: OIDC_AUDIENCE };
  return { port: PORT, host: HOST, logLevel: LOG_LEVEL, trust, clockAt };
}

const secretName = /SECRET|PASSWORD|PRIVATE|TOKEN|SALT|KEY|JWKS?$/;

/** The settings as they may be printed: secrets and passwords inside addresses replaced. */
export function maskedConfig(config: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, masked(name, value)]));
}

function masked(name: string, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (secretName.test(name)) return '***';
  return typeof value === 'string' ? value.replace(/^([a-z][a-z0-9+.-]*:\/\/[^:@/]*):.*@/i, '$1:***@') : value;
}
