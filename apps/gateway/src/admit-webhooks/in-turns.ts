import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long other requests may have to wait for this one's items, in milliseconds. */
const turnMs = 20;

/** Does something with each item in order, and lets other requests have their turn in between. */
export async function inTurns<T>(items: readonly T[], work: (item: T, index: number) => void): Promise<void> {
  let turnBegan = Date.now();
  for (const [index, item] of items.entries()) {
    if (Date.now() - turnBegan > turnMs) {
      await nextTurn();
      turnBegan = Date.now();
    }
    work(item, index);
  }
}
