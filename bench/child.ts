import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { servicesFile } from '@chuanliu/testing/service-environment';
import type { Participant } from './measure/process-times';
import type { Slices } from './subject';

const setpriv = '/usr/bin/setpriv';

export interface ChildOptions {
  name: string;
  program: string;
  environment: Record<string, string>;
  logFile: string;
}

/** A process of one of the compared subjects; it tells over a channel when it is ready, and how many slices it did. */
export class Child {
  private process?: ChildProcess;

  constructor(private readonly what: ChildOptions) {}

  /** @throws when the process ends before it says that it is ready */
  async start(): Promise<void> {
    const { name, program, environment, logFile } = this.what;
    const log = openSync(logFile, 'a');
    const node = [process.execPath, ...servicesFile().nodeArguments, program];
    // The kernel ends the child should this process vanish; setpriv replaces itself, so the pid is the child's.
    const words = existsSync(setpriv) ? [setpriv, '--pdeathsig', 'KILL', '--', ...node] : node;
    const child = spawn(words[0]!, words.slice(1), {
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.process = child;
    await new Promise<void>((ready, failed) => {
      child.once('message', () => ready());
      child.once('error', failed);
      child.once('exit', code => failed(new Error(`${name} ended (${code}) while starting:\n${this.log()}`)));
    });
    child.removeAllListeners('exit');
  }

  participant(): Participant[] {
    return this.process?.pid ? [{ name: this.what.name, pid: this.process.pid }] : [];
  }

  async slices(): Promise<Slices> {
    const child = this.process!;
    const answer = new Promise<Slices>(resolve =>
      child.once('message', message => resolve((message as { slices: Slices }).slices)),
    );
    child.send('slices');
    return answer;
  }

  /** Asks it to end; forces it after 10 s. */
  async stop(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise(resolve => child.once('exit', resolve));
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.kill('SIGTERM');
    await gone;
    clearTimeout(force);
  }

  private log(): string {
    return readFileSync(this.what.logFile, 'utf8').slice(-3_000);
  }
}
