import { execFileSync } from 'node:child_process';
import { existsSync, statfsSync, readFileSync } from 'node:fs';
import { freemem } from 'node:os';
import { local, root } from './repository.mjs';
import { isPortFree } from './servers/readiness.mjs';

/**
 * What must hold before anything starts. Each check answers with what it found and, where that will not do, what to
 * do about it.
 *
 * @typedef {{name: string, ok: boolean, found: string, advice?: string}} Check
 */

/** @returns {Check} */
export function nodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { name: 'Node', ok, found: process.versions.node, advice: 'Install Node 20.19 or newer (nvm use).' };
}

/** @param {number} neededGiB @returns {Check} */
export function diskSpace(neededGiB) {
  const { bavail, bsize } = statfsSync(root);
  const gib = (bavail * bsize) / 2 ** 30;
  const advice = `Free some space where the checkout lies: ${neededGiB} GiB are needed.`;
  return { name: 'Disk', ok: gib >= neededGiB, found: `${gib.toFixed(1)} GiB free`, advice };
}

/** @param {number} neededGiB @returns {Check} */
export function memory(neededGiB) {
  const gib = availableMemory() / 2 ** 30;
  const advice = `Close something: about ${neededGiB} GiB of memory must be available.`;
  return { name: 'Memory', ok: gib >= neededGiB, found: `${gib.toFixed(1)} GiB available`, advice };
}

/** Bytes that programs may still take; caches count, since the kernel gives them back. */
function availableMemory() {
  try {
    const [, kib] = /MemAvailable:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'));
    return Number(kib) * 1024;
  } catch {
    return freemem();
  }
}

/** What the private servers need. @returns {Check[]} */
export function privateServerTools() {
  const java = versionOf('java', ['-version'], /version "(\d+)/);
  const checks = [
    {
      name: 'Java',
      ok: Number(java) >= 17,
      found: java ?? 'none',
      advice: 'Install a JDK 17 or newer (Debian: apt install openjdk-17-jdk-headless) and put it on the PATH.',
    },
  ];
  // Once fetched, neither Maven nor the JDK's own tools are needed again.
  if (existsSync(local('servers'))) return checks;
  const maven = versionOf('mvn', ['-v'], /Maven (\S+)/);
  const jar = versionOf('jar', ['--version'], /jar (\S+)/);
  checks.push(
    {
      name: 'JDK tools',
      ok: jar !== undefined,
      found: jar ? `jar ${jar}` : 'no `jar`',
      advice: 'A JRE is not enough: install the JDK (Debian: openjdk-17-jdk-headless).',
    },
    {
      name: 'Maven',
      ok: maven !== undefined,
      found: maven ?? 'none',
      advice: 'Install Maven (Debian: apt install maven); it fetches Kafka and MariaDB once.',
    },
  );
  return checks;
}

/** @param {Record<string, number>} ports by the name of who wants it @returns {Promise<Check>} */
export async function portsFree(ports) {
  const looked = await Promise.all(
    Object.entries(ports).map(async ([name, port]) => ({ name, port, free: await isPortFree(port) })),
  );
  const taken = looked.filter(one => !one.free).map(({ name, port }) => `${port} (${name})`);
  return {
    name: 'Ports',
    ok: taken.length === 0,
    found: taken.length === 0 ? `${looked.length} free` : `taken: ${taken.join(', ')}`,
    advice: 'Stop what listens there. The public port moves with --port, the servers with KAFKA_PORT and MARIADB_PORT.',
  };
}

function versionOf(program, args, pattern) {
  try {
    // Some tell their version on the error stream.
    const text = execFileSync('sh', ['-c', `"$0" "$@" 2>&1`, program, ...args], { encoding: 'utf8' });
    return pattern.exec(text.replace(/\u001b\[[0-9;]*m/g, ''))?.[1];
  } catch {
    return undefined;
  }
}

export function printChecks(checks, say = console.log) {
  for (const { name, ok, found, advice } of checks) {
    say(`  ${ok ? '✓' : '✗'} ${name.padEnd(10)} ${found}${ok ? '' : `\n      → ${advice}`}`);
  }
}

/** Stops the start with everything that is wrong, at once. */
export function demand(checks) {
  if (checks.every(check => check.ok)) return;
  console.error('This machine is not ready yet:');
  printChecks(checks, console.error);
  process.exit(1);
}
