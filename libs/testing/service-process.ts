import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from './repository-root';
import { servicesFile } from './service-environment';

const setpriv = '/usr/bin/setpriv';

export interface ServiceProcessOptions {
  name: string;
  url: string;
  /** Where health is told; the gateway has a port of its own for it. */
  healthUrl: string;
  environment: Record<string, string>;
  logFile: string;
}

/** One built service as a child process: it can be killed at any point and started again. */
export class ServiceProcess {
  readonly name: string;
  readonly url: string;
  private child?: ChildProcess;
  private asked = false;
  /** How often the process ended without being asked to. */
  unexpectedEnds = 0;

  constructor(private readonly what: ServiceProcessOptions) {
    this.name = what.name;
    this.url = what.url;
  }

  get pid(): number {
    if (!this.child?.pid) throw new Error(`${this.name} does not run`);
    return this.child.pid;
  }

  isRunning(): boolean {
    return this.child !== undefined;
  }

  /** @param extra environment for this start only, such as a planted fault. */
  start(extra: Record<string, string> = {}): void {
    if (this.child) throw new Error(`${this.name} runs already`);
    const program = join(repositoryRoot(), 'dist', 'apps', this.name, 'src', 'main.js');
    if (!existsSync(program)) throw new Error(`${this.name} is not built: run \`npm run build\` first`);
    const log = openSync(this.what.logFile, 'a');
    const node = [process.execPath, ...servicesFile().nodeArguments, program];
    // The kernel ends the service should this process vanish; setpriv replaces itself, so the pid is the service's.
    const words = existsSync(setpriv) ? [setpriv, '--pdeathsig', 'KILL', '--', ...node] : node;
    const child = spawn(words[0]!, words.slice(1), {
      env: { PATH: process.env.PATH, ...this.what.environment, ...extra },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    this.asked = false;
    const end = () => {
      this.child = undefined;
      if (!this.asked) this.unexpectedEnds++;
    };
    child.once('exit', end);
    child.once('error', end);
  }

  /** @throws when the process ends first or `timeoutMs` are over, with the end of its log. */
  async untilReady(timeoutMs = 150_000): Promise<void> {
    const until = Date.now() + timeoutMs;
    while (!(await this.isReady())) {
      if (!this.child) throw new Error(`${this.name} ended while starting.\n${this.log(30)}`);
      if (Date.now() > until) throw new Error(`${this.name} was not ready after ${timeoutMs} ms.\n${this.log(30)}`);
      await sleep(50);
    }
  }

  /** Takes the process away between two instructions, as a power cut would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks the process to finish and close; forces it after 15 s. */
  async stop(): Promise<void> {
    const force = setTimeout(() => this.child?.kill('SIGKILL'), 15_000);
    await this.end('SIGTERM');
    clearTimeout(force);
  }

  /** The last `lines` of what the service wrote. */
  log(lines = Infinity): string {
    const text = existsSync(this.what.logFile) ? readFileSync(this.what.logFile, 'utf8') : '';
    return lines === Infinity ? text : text.trimEnd().split('\n').slice(-lines).join('\n');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.asked = true;
    const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
    child.kill(signal);
    await gone;
  }

  private async isReady(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.what.healthUrl}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }
}
