import { setTimeout as sleep } from 'node:timers/promises';

/** When so many seconds' worth of them wait for an answer, it is no longer the rate that is measured. */
const MOST_SECONDS_WAITING = 30;

/**
 * Sends so many a second, whether or not earlier ones were answered: a system that stalls is charged for all who would
 * have had to wait.
 * @param isOver is asked before each one, with how many there were
 * @returns when the nth was due, and when it was answered, by performance.now()
 * @throws what the first failing one threw, once all were sent; when ever more of them wait, once all were answered
 */
export async function sendAtRate(
  rate: number,
  isOver: (sent: number) => boolean,
  send: (n: number) => Promise<unknown>,
): Promise<{ startedAt: number; dueAt: (n: number) => number; answeredAt: number[] }> {
  const startedAt = performance.now() + 20;
  const dueAt = (n: number) => startedAt + (n * 1_000) / rate;
  const answered: Array<Promise<number>> = [];
  let waiting = 0;
  for (let n = 0; !isOver(n); n++) {
    if (waiting > MOST_SECONDS_WAITING * rate) {
      await Promise.allSettled(answered); // Else the next case would find them in its way.
      throw new Error(`${rate} a second are too many: more than ${MOST_SECONDS_WAITING} seconds' worth were waiting`);
    }
    const wait = dueAt(n) - performance.now();
    if (wait > 1) await sleep(wait);
    waiting += 1;
    const answer = send(n)
      .then(() => performance.now())
      .finally(() => (waiting -= 1));
    answer.catch(() => undefined); // Thrown below, once all were sent.
    answered.push(answer);
  }
  return { startedAt, dueAt, answeredAt: await Promise.all(answered) };
}
