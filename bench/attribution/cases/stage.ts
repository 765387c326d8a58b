import { cpuSeconds, machineBusySeconds, type Participant } from '../../measure/process-times';
import type { Servers } from '../../subject';
import type { AttributionProcess } from '../attribution-process';
import type { TouchStore } from '../data/touch-store';
import type { TouchTableShown } from '../data/touch-table-shown';
import type { AttributionBenchOptions } from '../options';

export type StoreName = 'few' | 'many';

/** What every case with attribution alone works with. */
export interface Stage {
  options: AttributionBenchOptions;
  servers: Servers;
  folder: string;
  attribution: AttributionProcess;
  stores: Record<StoreName, TouchStore>;
  table: TouchTableShown;
}

/** What a span of work used. */
export interface Used {
  seconds: number;
  /** CPU seconds by process. */
  cpu: Record<string, number>;
  cpuTotal: number;
  /** Cores that programs other than these used meanwhile; the bench itself is one of them. */
  othersCores: number;
}

/** Starts measuring. @returns what ends it, and tells */
export function meter(participants: readonly Participant[]): () => Used {
  const before = { at: performance.now(), cpu: cpuSeconds(participants), busy: machineBusySeconds() };
  return () => {
    const seconds = (performance.now() - before.at) / 1_000;
    const now = cpuSeconds(participants);
    const cpu = Object.fromEntries(participants.map(({ name }) => [name, now[name]! - before.cpu[name]!]));
    const cpuTotal = Object.values(cpu).reduce((sum, value) => sum + value, 0);
    return { seconds, cpu, cpuTotal, othersCores: (machineBusySeconds() - before.busy - cpuTotal) / seconds };
  };
}
