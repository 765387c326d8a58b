import { cpus, totalmem } from 'node:os';
import type { Results } from './results';

/** What the figures were taken on. */
export function machineFacts(): Pick<Results, 'takenAt' | 'cores' | 'cpuModel' | 'memoryGiB' | 'node'> {
  return {
    takenAt: new Date().toISOString(),
    cores: cpus().length,
    cpuModel: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
