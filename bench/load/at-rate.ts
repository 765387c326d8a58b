import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Sends so many a second, whether or not earlier ones were answered: a system that stalls is charged for all who would
 * have had to wait.
 * @param isOver is asked before each one, with how many there were
 * @returns when the nth was due, and when it was answered, by performance.now()
 * @throws what the first failing one threw, once all were sent
 */
export async function sendAtRate(
  rate: number,
  isOver: (sent: number) => boolean,
  send: (n: number) => Promise<unknown>,
): Promise<{ startedAt: number; dueAt: (n: number) => number; answeredAt: number[] }> {
  const startedAt = performance.now() + 20;
  const dueAt = (n: number) => startedAt + (n * 1_000) / rate;
  const answered: Array<Promise<number>> = [];
  for (let n = 0; !isOver(n); n++) {
    const wait = dueAt(n) - performance.now();
    if (wait > 1) await sleep(wait);
    const answer = send(n).then(() => performance.now());
    answer.catch(() => undefined); // Thrown below, once all were sent.
    answered.push(answer);
  }
  return { startedAt, dueAt, answeredAt: await Promise.all(answered) };
}
