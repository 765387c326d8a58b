import { setTimeout as sleep } from 'node:timers/promises';

/** What a service says of its own progress, as far as rest depends on it. */
interface Look {
  lag: number;
  dueRows: number;
  outboxRows: number;
  partitions: ReadonlyArray<{ at: number }>;
}

/**
 * Waits until one service is at rest: two looks in a row find nothing to hear, to derive or to send, and nothing heard
 * between them. One look is not enough, since what it finds heard may have been put on the due list after that was counted.
 *
 * @param look a look that fails counts as unrest: a broker may still elect leaders for topics made just now
 * @param isAllHeard what else must hold, such as that everything said has come
 * @returns the second of the looks
 * @throws Error when that takes longer than `timeoutMs`
 */
export async function untilAtRest<L extends Look>(
  look: () => Promise<L>,
  isAllHeard: (look: L) => boolean = () => true,
  timeoutMs = 60_000,
): Promise<L> {
  let heardBefore: number | null = null;
  let last: unknown;
  for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(50)) {
    const seen = await look().catch((fault: unknown) => {
      last = fault;
      return null;
    });
    if (seen === null || seen.lag + seen.dueRows + seen.outboxRows > 0 || !isAllHeard(seen)) {
      if (seen !== null) last = seen;
      heardBefore = null;
      continue;
    }
    const heard = seen.partitions.reduce((sum, partition) => sum + partition.at, 0);
    if (heard === heardBefore) return seen;
    heardBefore = heard;
  }
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`the service does not come to rest; the last look: ${seen}`);
}
