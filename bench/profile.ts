import { setTimeout as sleep } from 'node:timers/promises';
import type { AroundIt } from './cases/measured-case';
import type { Subject } from './subject';

const ON_THE_PATH = ['gateway', 'orders', 'attribution', 'commissions', 'settlement'];

/** Takes a CPU profile of each service on the sale's path over each case; they are preloaded for it. */
export function profileDuring(subject: Subject): AroundIt {
  const toggle = () => {
    for (const { name, pid } of subject.processes()) if (ON_THE_PATH.includes(name)) process.kill(pid, 'SIGWINCH');
  };
  return {
    begin: toggle,
    end: async () => {
      toggle();
      await sleep(3_000); // The profiles are being written.
    },
  };
}
