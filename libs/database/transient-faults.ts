/**
 * Faults after which the same transaction may well succeed: deadlock, lock wait, a row changed under TiDB's or MariaDB's
 * snapshot, TiDB's write conflicts, and a lost connection.
 */
const ERRNOS = new Set([1213, 1205, 1020, 9007, 8002, 1040, 1053, 1927, 2006, 2013]);
const CODES = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'POOL_CLOSED',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);

interface DriverError {
  errno?: number;
  code?: string;
  fatal?: boolean;
  message?: string;
  driverError?: DriverError;
}

/** Whether a transaction that failed with this fault deserves to be run again as a whole. */
export function isTransient(fault: unknown): boolean {
  const error = ((fault as DriverError | null)?.driverError ?? fault) as DriverError | null;
  if (!error) return false;
  return (
    (error.errno !== undefined && ERRNOS.has(error.errno)) ||
    (error.code !== undefined && CODES.has(error.code)) ||
    error.fatal === true ||
    /closed state|Connection lost/.test(error.message ?? '')
  );
}

/** Whether the fault says that a unique key exists already (1062). Never matched on key names: servers spell them differently. */
export const isDuplicate = (fault: unknown): boolean => errnoOf(fault) === 1062;

/** Whether a change of a table was made before: the column or key is there (1060, 1061), or is gone (1091). */
export const isMadeAlready = (fault: unknown): boolean => [1060, 1061, 1091].includes(errnoOf(fault));

function errnoOf(fault: unknown): number {
  const error = fault as DriverError | null;
  return (error?.driverError ?? error)?.errno ?? 0;
}
