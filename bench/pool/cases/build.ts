import { allOf } from '../../measure/all-of';
import type { Memory } from '../../measure/process-times';
import { addressOf, queries } from '../queries';
import { untilTrue, type LoopDelay } from '../pool-process';
import { Asking, byTurns } from './search';
import { withCores, type Cores, type Stage } from './stage';
import type { Spread } from '../../measure/percentile';

export interface StartResult extends Cores {
  /** From the start of the process until it is ready, and until it answers a search. */
  readySeconds: number;
  findsSeconds: number;
  /** The build of the index alone. */
  buildSeconds: number;
  /** From ready on: while the index was being built, unless that came first. */
  loop: LoopDelay;
  memory: Memory;
}

export interface RebuildResult extends Cores {
  /** The build alone, and from the order until the new index had taken the old one's place. */
  seconds: number;
  orderedSeconds: number;
  searches: number;
  loop: LoopDelay;
  /** Of the searches meanwhile. */
  delay: Spread;
  memory: Memory;
}

/** Starts the process on the loaded tables. */
export async function runStart(stage: Stage): Promise<StartResult> {
  const { process, pool } = stage;
  const begin = performance.now();
  await process.start();
  const readyAt = performance.now();
  await process.loopDelay();
  const measured = await withCores(stage, async () => {
    const [promoterId] = pool.promoters as [string];
    const path = addressOf(promoterId, queries[0]!);
    const foundAt = await untilTrue(
      async () => (await process.call(promoterId, 'GET', path)).status === 200,
      50,
      'the first search',
    );
    return { foundAt, loop: await process.loopDelay() };
  });
  const { foundAt, ...rest } = measured;
  const seconds = (until: number) => (until - begin) / 1_000;
  return {
    readySeconds: seconds(readyAt),
    findsSeconds: seconds(foundAt),
    ...rest,
    buildSeconds: process.builds().at(-1)! / 1_000,
    memory: process.memory(),
  };
}

/** Has the index built anew while searches go on. */
export async function runRebuild(stage: Stage, hits: Record<string, number>): Promise<RebuildResult> {
  const { process } = stage;
  const asking = await Asking.prepare(stage, hits);
  await process.loopDelay();
  return withCores(stage, async () => {
    const before = process.builds().length;
    await process.must('operator', 'POST', '/v1/pool/index/rebuild');
    const begin = performance.now();
    let isOver = false;
    const searching = asking.askUntil(() => isOver, byTurns);
    const building = untilTrue(async () => process.builds().length > before, 100, 'the index built anew');
    const [{ delay, searches }, builtAt] = await allOf(
      searching,
      building.finally(() => (isOver = true)),
    );
    const orderedSeconds = (builtAt - begin) / 1_000;
    const loop = await process.loopDelay();
    const seconds = process.builds().at(-1)! / 1_000;
    return { seconds, orderedSeconds, searches, loop, delay, memory: process.memory() };
  });
}
