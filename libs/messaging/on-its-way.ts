import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** Who looks slowly, or stood still meanwhile, looks so often all the same: what came needs a moment to be heard. */
const FEWEST_LOOKS = 10;

/**
 * Whether it is so, or becomes so within 5 s and ten looks. What a request names may have been answered by another
 * service a moment ago, and its event may still be on its way here; after that it counts as unknown.
 * @param look reads outside any transaction: one would hold its connection, and perhaps locks, for as long
 */
export async function becomesTrue(look: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  for (let looks = 1; !(await look()); looks++) {
    if (Date.now() >= until && looks >= FEWEST_LOOKS) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}
