import { setTimeout as sleep } from 'node:timers/promises';

/** Machines that run tests may be busy. How soon something comes is for benches to say: a test asks whether it comes. */
export const PATIENCE_MS = 60_000;

/**
 * Looks until it sees what it waits for.
 * @returns what it saw then
 * @throws Error with what it saw last, after a minute
 */
export async function untilSeen<T>(look: () => T | Promise<T>, isIt: (seen: T) => boolean): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    const seen = await look();
    if (isIt(seen)) return seen;
    if (Date.now() > until) throw new Error(`it does not come; what is there: ${JSON.stringify(seen)}`);
  }
}

/** Looks until it sees what is expected; where that never comes, the test fails with the difference. */
export async function eventually<T>(look: () => Promise<T>, expected: T): Promise<void> {
  const wanted = JSON.stringify(expected);
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    const seen = await look();
    if (JSON.stringify(seen) !== wanted && Date.now() < until) continue;
    expect(seen).toEqual(expected);
    return;
  }
}
