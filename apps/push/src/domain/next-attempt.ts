import type { UtcInstant } from '@chuanliu/contracts/instants';

/** How long a message is tried, from the moment it was written or replayed. */
export const TRIED_FOR_MS = 24 * 3_600_000;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** The wait after the first failed try, the second, and so on; the last one repeats. */
const WAITS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR];
const LONGEST_WAIT = 3 * HOUR;

export interface FailedTry {
  /** Tries so far, this one included. */
  tries: number;
  now: UtcInstant;
  giveUpAt: UtcInstant;
  /** What a 429 or 503 asked for, in milliseconds. */
  retryAfterMs?: number | undefined;
}

/**
 * When a message is tried again, or null when it is dead. A receiver that asks for time gets it, up to three hours.
 * @param chance 0 … 1, spreads the waits by a fifth either way, so that what failed together does not come back together
 */
export function nextAttempt({ tries, now, giveUpAt, retryAfterMs = 0 }: FailedTry, chance: number): UtcInstant | null {
  const wait = WAITS[Math.min(tries, WAITS.length) - 1]! * (0.8 + 0.4 * chance);
  const dueMs = Date.parse(now) + Math.round(Math.max(wait, Math.min(retryAfterMs, LONGEST_WAIT)));
  return dueMs > Date.parse(giveUpAt) ? null : new Date(dueMs).toISOString();
}

/** `Retry-After` as seconds or as an HTTP date → milliseconds from now; undefined when it is neither. */
export function retryAfterOf(header: string | undefined, now: UtcInstant): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.parse(now));
}
