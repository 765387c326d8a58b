import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** Whether it is so, or becomes so within 5 s: what a request names may just be on its way here. */
export async function becomesTrue(look: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await look())) {
    if (Date.now() >= until) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}
