import { setTimeout as sleep } from 'node:timers/promises';

/** A broker that just started, or whose disk is busy, has been seen to take longer than ten seconds. */
const PATIENCE_MS = 60_000;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Asks about topics that may have been made just now, by this service or by another that starts beside it, until the
 * broker can answer: their leaders are elected a while after it has agreed to make them.
 * @throws what the broker still answers after a minute
 */
export async function onceTopicsHaveLeaders<T>(ask: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (let n = 1; ; n++) {
    try {
      return await ask();
    } catch (fault) {
      if (Date.now() >= until) throw fault;
      await sleep(Math.min(250 * n, LONGEST_PAUSE_MS));
    }
  }
}
