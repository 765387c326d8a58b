import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Sends at fixed instants, whether or not earlier ones were answered: a system that stalls is charged for all who would
 * have had to wait.
 * @param due when the nth is due, by performance.now()
 * @returns when each was answered, by the same clock
 * @throws what the first failing one threw, once all were sent
 */
export async function sendAtRate(
  count: number,
  due: (n: number) => number,
  send: (n: number) => Promise<unknown>,
): Promise<number[]> {
  const answered: Array<Promise<number>> = [];
  for (let n = 0; n < count; n++) {
    const wait = due(n) - performance.now();
    if (wait > 1) await sleep(wait);
    const answer = send(n).then(() => performance.now());
    answer.catch(() => undefined); // Thrown below, once all were sent.
    answered.push(answer);
  }
  return Promise.all(answered);
}
