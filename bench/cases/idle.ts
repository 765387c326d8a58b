import { setTimeout as sleep } from 'node:timers/promises';
import { cpuSeconds } from '../measure/process-times';
import type { Servers, Subject } from '../subject';

/** CPU seconds a second, by process, while no order comes: what polling and heartbeats cost. */
export async function runIdle(subject: Subject, servers: Servers, seconds: number): Promise<Record<string, number>> {
  const participants = [...servers.participants, ...subject.processes()];
  const before = cpuSeconds(participants);
  await sleep(seconds * 1_000);
  const after = cpuSeconds(participants);
  return Object.fromEntries(participants.map(({ name }) => [name, (after[name]! - before[name]!) / seconds]));
}
