import { cpus, totalmem } from 'node:os';

/** What figures were taken on, and when. */
export interface MachineFacts {
  takenAt: string;
  cores: number;
  cpuModel: string;
  memoryGiB: number;
  node: string;
}

export function machineFacts(): MachineFacts {
  return {
    takenAt: new Date().toISOString(),
    cores: cpus().length,
    cpuModel: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
