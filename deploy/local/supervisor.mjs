import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './repository.mjs';
import { endLeftover, startChild } from './servers/child-process.mjs';
import { argumentsOf } from './services.mjs';

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** A process that held this long was well; its next end is a new story. */
const wellAfterMs = 60_000;

/** Keeps services running: one that ends is started again, after a pause that grows while it keeps ending. */
export class Supervisor {
  constructor({ pids, logs, say }) {
    this.pids = pids;
    this.logs = logs;
    this.say = say;
    this.children = new Map();
    this.stopping = false;
    mkdirSync(pids, { recursive: true });
    mkdirSync(logs, { recursive: true });
  }

  /** @param {string} name @param {Record<string, string>} environment */
  async start(name, environment) {
    const log = this.logOf(name);
    if (existsSync(log)) renameSync(log, `${log}.1`);
    await endLeftover(join(this.pids, `${name}.pid`), name);
    this.launch(name, environment, firstPauseMs);
  }

  logOf(name) {
    return join(this.logs, `${name}.log`);
  }

  launch(name, environment, pauseMs) {
    const startedAt = Date.now();
    const child = startChild({
      command: process.execPath,
      args: argumentsOf(name),
      cwd: root,
      env: { PATH: process.env.PATH, ...environment },
      log: this.logOf(name),
      pidFile: join(this.pids, `${name}.pid`),
      onExit: async how => {
        if (this.stopping) return;
        const wasWell = Date.now() - startedAt > wellAfterMs;
        const pause = wasWell ? firstPauseMs : pauseMs;
        this.say(`${name} ended (${how}); starting it again in ${pause / 1000} s. Its log: ${this.logOf(name)}`);
        await sleep(pause, undefined, { ref: false });
        if (!this.stopping) this.launch(name, environment, Math.min(pause * 2, longestPauseMs));
      },
    });
    this.children.set(name, child);
  }

  /** SIGTERM to all: each finishes its slice and closes; the patience ends after 20 s. */
  async stop() {
    this.stopping = true;
    await Promise.all([...this.children.values()].map(child => child.stop()));
  }
}
