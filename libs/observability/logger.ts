import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';

/** What must never reach a log, wherever in a logged object it stands up to three levels deep. */
const secretNames = [
  'authorization',
  'clientSecret',
  'client_secret',
  'secret',
  'password',
  'token',
  'access_token',
  'privateJwk',
  'buyerId',
  'buyerKey',
  'bankAccount',
  // A database error carries its statement with the values in it.
  'sql',
  'parameters',
];

export interface LogSettings {
  service: string;
  level: string;
  /** Members that every line carries, read when it is written: request id, trace, caller. */
  mixin?: () => object;
}

/** JSON lines, UTC times as text, secrets replaced. */
export function loggerOptions({ service, level, mixin }: LogSettings): LoggerOptions {
  return {
    level,
    base: { service },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: label => ({ level: label }) },
    redact: { paths: secretNames.flatMap(redactedPaths), censor: '[redacted]' },
    ...(mixin ? { mixin } : {}),
  };
}

export function createLogger(settings: LogSettings, destination?: DestinationStream): Logger {
  const options = loggerOptions(settings);
  return destination ? pino(options, destination) : pino(options);
}

function redactedPaths(name: string): string[] {
  return [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`];
}
