import { setTimeout as sleep } from 'node:timers/promises';
import type { AroundIt } from './cases/measured-case';
import type { Subject } from './subject';

/** Services that a sale costs something: those on its path, and those that hear of it. */
export const PROFILED = [
  ...['gateway', 'orders', 'attribution', 'commissions', 'settlement'],
  ...['product-pool', 'push'],
];

/** Takes a CPU profile of each service that a sale costs something, over each case; they are preloaded for it. */
export function profileDuring(subject: Subject): AroundIt {
  const toggle = () => {
    for (const { name, pid } of subject.processes()) if (PROFILED.includes(name)) process.kill(pid, 'SIGWINCH');
  };
  return {
    begin: toggle,
    end: async () => {
      toggle();
      await sleep(3_000); // The profiles are being written.
    },
  };
}
