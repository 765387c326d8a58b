import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endLeftover, isRunning, startTimeOf } from './servers/child-process.mjs';
import { local } from './repository.mjs';

const file = () => local('running.json');

/** What a running launcher told of itself, or undefined when none runs. */
export function runningLauncher() {
  if (!existsSync(file())) return undefined;
  try {
    const told = JSON.parse(readFileSync(file(), 'utf8'));
    return isRunning(told.pid, told.startedAt) ? told : undefined;
  } catch {
    return undefined; // Half written by a launcher that died.
  }
}

/** Two launchers would fight over ports, data and the built programs. */
export function refuseSecondLauncher() {
  const other = runningLauncher();
  if (other)
    throw new Error(`It already runs as process ${other.pid}. Stop that one first (Ctrl-C, or kill ${other.pid}).`);
}

/** Ends what a launcher that was killed left running: the services first, then Kafka and MariaDB. */
export async function endLeftovers() {
  const pids = local('pids');
  const services = existsSync(pids) ? readdirSync(pids).filter(name => name.endsWith('.pid')) : [];
  await Promise.all(services.map(file => endLeftover(join(pids, file), file.slice(0, -'.pid'.length))));
  await endLeftover(local('data', 'kafka', 'kafka.pid'), 'Kafka');
  await endLeftover(local('data', 'mariadb', 'mariadb.pid'), 'MariaDB');
}

export function rememberRunning(facts) {
  mkdirSync(local(), { recursive: true });
  rmSync(file(), { force: true }); // One that is there keeps its rights, and this one names the database's password.
  const told = JSON.stringify({ pid: process.pid, startedAt: startTimeOf(process.pid), ...facts }, null, 2);
  writeFileSync(file(), told, { mode: 0o600 });
}

/** Only the launcher that is remembered forgets itself. */
export function forgetRunning() {
  if (runningLauncher()?.pid === process.pid) rmSync(file(), { force: true });
}
