import { setTimeout as sleep } from 'node:timers/promises';

/** How long to bear with a system that is busy or out of reach. */
export interface Patience {
  /** How often a request is sent at most; 5 unless told. */
  attempts?: number;
  /** A longer wait than this is not waited for: the refusal is thrown instead. 10,000 unless told, in milliseconds. */
  longestWaitMs?: number;
}

/**
 * Sends a request, and sends it again while the system asks to come back later (429, 503, and 409 while the same
 * request is still at work) or, where `mayRepeat`, when the connection failed.
 *
 * @param attempt builds the request anew each time it is called
 * @param mayRepeat whether the request may arrive twice without harm
 * @returns the first answer that is final, or the last one
 */
export async function sendPatiently(
  attempt: () => Promise<Response>,
  { attempts = 5, longestWaitMs = 10_000 }: Patience,
  mayRepeat: boolean,
): Promise<Response> {
  for (let n = 1; ; n++) {
    const outcome = await attempt().catch((fault: unknown) => ({ fault }));
    if ('fault' in outcome) {
      if (!mayRepeat || n >= attempts || wasCalledOff(outcome.fault)) throw outcome.fault;
      await sleep(Math.min(longestWaitMs, backoffMs(n)));
      continue;
    }
    if (!asksToComeBack(outcome) || n >= attempts) return outcome;
    const waitMs = askedWaitMs(outcome) ?? backoffMs(n);
    if (waitMs > longestWaitMs) return outcome;
    await outcome.body?.cancel();
    await sleep(waitMs);
  }
}

const asksToComeBack = ({ status, headers }: Response): boolean =>
  status === 429 || status === 503 || (status === 409 && headers.has('retry-after'));

/** Retry-After is seconds or a date. */
function askedWaitMs({ headers }: Response): number | undefined {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** 100 ms, doubled each time; between half and all of it, so that callers who failed together do not come back together. */
const backoffMs = (n: number): number => 100 * 2 ** (n - 1) * (0.5 + Math.random() / 2);

/** The caller's own signal ended it. */
const wasCalledOff = (fault: unknown): boolean =>
  fault instanceof Error && (fault.name === 'AbortError' || fault.name === 'TimeoutError');
