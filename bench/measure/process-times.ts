import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The kernel counts CPU time in ticks of this many a second. */
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** A process that takes part in what is measured. */
export interface Participant {
  name: string;
  pid: number;
}

/** CPU seconds that each participant has used since it started, user and system, all threads; by name. */
export function cpuSeconds(participants: readonly Participant[]): Record<string, number> {
  return Object.fromEntries(participants.map(({ name, pid }) => [name, cpuSecondsOf(pid)]));
}

function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // A name may hold blanks and brackets.
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

export interface Memory {
  /** Resident now, and at most so far, in MiB. */
  residentMiB: number;
  peakMiB: number;
}

export function memoryOf({ pid }: Participant): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { residentMiB: Math.round(mebibytes('VmRSS')), peakMiB: Math.round(mebibytes('VmHWM')) };
}

/** CPU seconds that the whole machine has spent on anything, by anyone: tells how much others disturbed a run. */
export function machineBusySeconds(): number {
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.trim().split(/\s+/);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields.map(Number);
  return (user + nice + system + irq + softirq + steal) / ticksPerSecond;
}
