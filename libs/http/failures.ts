import { Problem } from '@chuanliu/problems/problem';

/** Codes of Node and mysql2 that say: the other side cannot be reached now. */
const unreachableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_CLOSED',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** Database errors that pass: deadlock, lock wait, changed row, and TiDB's write conflicts. */
const passingErrnos = new Set([1213, 1205, 1020, 9007, 8002]);

/** What a failure that is not a refusal means to the caller; undefined when it is our own fault. */
export function problemFromFailure(thrown: unknown): Problem | undefined {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = causeOf(error), depth += 1) {
    if (error instanceof Problem) return error;
    if (isUnreachable(error)) {
      return new Problem('unavailable', 'unavailable', 'A part that is needed here cannot be reached now', {
        retryAfterSeconds: 2,
      });
    }
    if (isRefusedJson(error)) return new Problem('malformed', 'malformed-json', 'The body is not JSON');
  }
  return undefined;
}

function isUnreachable(error: Error): boolean {
  const { code, errno, retriable } = error as { code?: unknown; errno?: unknown; retriable?: unknown };
  if (typeof code === 'string' && unreachableCodes.has(code)) return true;
  if (typeof errno === 'number' && passingErrnos.has(errno)) return true;
  return error.name.startsWith('KafkaJS') && retriable !== false;
}

/** Fastify refuses `__proto__` in a body with a plain SyntaxError. */
function isRefusedJson(error: Error): boolean {
  return error instanceof SyntaxError && (error as { statusCode?: unknown }).statusCode === 400;
}

function causeOf(error: Error): unknown {
  const { cause, originalError, driverError } = error as {
    cause?: unknown;
    originalError?: unknown;
    driverError?: unknown;
  };
  return cause ?? driverError ?? originalError;
}
