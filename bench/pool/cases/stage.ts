import { keepFree } from '../../measure/own-garbage';
import { cpuSeconds, machineBusySeconds, type Participant } from '../../measure/process-times';
import type { Servers } from '../../subject';
import { diceOf } from '../data/products';
import type { Pool } from '../data/pool';
import type { Oracle } from '../oracle';
import type { PoolBenchOptions } from '../options';
import type { PoolProcess } from '../pool-process';

/** What every case works with. */
export interface Stage {
  options: PoolBenchOptions;
  servers: Servers;
  pool: Pool;
  process: PoolProcess;
  oracle: Oracle;
}

/** Cores that programs other than the bench, the process and its servers used meanwhile. */
export interface Disturbance {
  othersCores: number;
}

/**
 * CPU seconds a second of the process, of MariaDB and of the bench itself, and what disturbed meanwhile: strangers, and
 * full collections of the bench's own garbage.
 */
export interface Cores extends Disturbance {
  cores: Record<string, number>;
  ownCollections: number;
}

/** Runs the work, and tells what it and others used of the machine. */
export async function withCores<T>({ process: pool, servers }: Stage, work: () => Promise<T>): Promise<T & Cores> {
  const participants: Participant[] = [
    pool.participant(),
    ...servers.participants,
    { name: 'bench', pid: process.pid },
  ];
  const ownCollections = keepFree();
  const before = { at: performance.now(), used: cpuSeconds(participants), busy: machineBusySeconds() };
  const result = await work();
  const seconds = (performance.now() - before.at) / 1_000;
  const used = cpuSeconds(participants);
  const cores = Object.fromEntries(
    participants.map(({ name }) => [name, (used[name]! - before.used[name]!) / seconds]),
  );
  const total = Object.values(cores).reduce((sum, value) => sum + value, 0);
  const othersCores = Math.max(0, (machineBusySeconds() - before.busy) / seconds - total);
  return { ...result, cores, othersCores, ownCollections: await ownCollections() };
}

/** Somebody at random, the same ones in every run. */
export function anyOf<T>(list: readonly T[], kind: number): () => T {
  const dice = diceOf(kind, 99);
  return () => list[Math.floor(dice() * list.length)]!;
}
