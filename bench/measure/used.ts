import { cpuSeconds, machineBusySeconds, type Participant } from './process-times';

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
