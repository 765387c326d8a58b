import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A server process of ours: started in its own session, so that Ctrl-C reaches only the launcher, which then stops
 * everything in order; and, where `setpriv` exists, told by the kernel to end when its parent is gone, however
 * that happened (kill -9 too). Elsewhere the pid file lets the next start end what was left.
 *
 * @param {{command: string, args: string[], cwd: string, env?: object, log: string, pidFile: string}} what
 */
export function startChild({ command, args, cwd, env = process.env, log, pidFile, onExit }) {
  mkdirSync(dirname(log), { recursive: true });
  const out = openSync(log, 'a');
  const [program, words] = endsWithParent(command, args);
  const child = spawn(program, words, { cwd, env, detached: true, stdio: ['ignore', out, out] });
  closeSync(out);
  const exited = new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  if (child.pid) writeFileSync(pidFile, JSON.stringify(identityOf(child.pid)), { mode: 0o600 });
  let ended;
  exited.then(how => {
    ended = how;
    rmSync(pidFile, { force: true });
    onExit?.(how);
  });
  return {
    pid: child.pid,
    /** How the process ended, or undefined while it runs. */
    endedBy: () => ended,
    /** Asks the process to end, and forces it after `patienceMs`. */
    async stop(patienceMs = 20_000) {
      if (ended !== undefined || !child.pid) return;
      child.kill('SIGTERM');
      const inTime = await Promise.race([exited.then(() => true), sleep(patienceMs, false, { ref: false })]);
      if (inTime) return;
      child.kill('SIGKILL');
      await exited;
    },
  };
}

let setpriv;
function endsWithParent(command, args) {
  setpriv ??= ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync) ?? '';
  return setpriv ? [setpriv, ['--pdeathsig', 'TERM', '--', command, ...args]] : [command, args];
}

/** A pid alone may belong to someone else later; with its start time it names one process for good. */
function identityOf(pid) {
  return { pid, startedAt: startTimeOf(pid), ownerPid: process.pid, ownerStartedAt: startTimeOf(process.pid) };
}

/** When the kernel started a process: clock ticks since boot, or ps's text where there is no /proc. */
export function startTimeOf(pid) {
  try {
    if (existsSync('/proc/self/stat')) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

export function isRunning(pid, startedAt) {
  const now = startTimeOf(pid);
  return now !== undefined && now === startedAt;
}

/**
 * Ends a process that an earlier, dead launcher left behind.
 *
 * @throws when the launcher that owns it still lives: two must not share one folder
 */
export async function endLeftover(pidFile, name) {
  if (!existsSync(pidFile)) return;
  let left;
  try {
    left = JSON.parse(readFileSync(pidFile, 'utf8'));
  } catch {
    rmSync(pidFile, { force: true }); // Half written by a process that died: it names nobody.
    return;
  }
  if (!isRunning(left.pid, left.startedAt)) return rmSync(pidFile, { force: true });
  if (left.ownerPid !== process.pid && isRunning(left.ownerPid, left.ownerStartedAt)) {
    throw new Error(`${name} already runs for process ${left.ownerPid} (${dirname(pidFile)}); stop that one first.`);
  }
  for (const [signal, patienceMs] of [
    ['SIGTERM', 20_000],
    ['SIGKILL', 5_000],
  ]) {
    try {
      process.kill(left.pid, signal);
    } catch {
      break;
    }
    const until = Date.now() + patienceMs;
    while (Date.now() < until && isRunning(left.pid, left.startedAt)) await sleep(50);
    if (!isRunning(left.pid, left.startedAt)) break;
  }
  rmSync(pidFile, { force: true });
}
