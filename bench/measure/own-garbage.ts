import { constants, PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Frees what the bench itself no longer needs, and counts the full collections that come by themselves from then on.
 * What a bench holds may be hundreds of megabytes: to mark them takes up to half a second of the cores that the system
 * runs on, which its delays would be charged with.
 * @returns what ends it, and tells how many there were
 * @throws unless Node runs with `--expose-gc`
 */
export function keepFree(): () => Promise<number> {
  if (!globalThis.gc) throw new Error('A bench runs with --expose-gc');
  globalThis.gc();
  let collections = 0;
  const observer = new PerformanceObserver(list => {
    collections += list.getEntries().filter(isFull).length;
  });
  observer.observe({ entryTypes: ['gc'] });
  return async () => {
    await sleep(1); // Node tells of a collection in one of the turns after it.
    observer.disconnect();
    return collections;
  };
}

/** Entries of collections have details, which Node's types do not tell. */
const isFull = (entry: object): boolean =>
  (entry as { detail: { kind: number } }).detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
