import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '@chuanliu/database/database';
import { isTransient } from '@chuanliu/database/transient-faults';
import type { Tx } from '@chuanliu/database/tx';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { Lease } from '@chuanliu/messaging/lease';
import { Wake } from '@chuanliu/messaging/wake';
import type { Line } from '../storage/line';
import { countLinesIn, linesIn } from '../storage/lines-in-time';
import { readerOn } from '../storage/reader';
import { addResults } from '../storage/simulation-results';
import { firstUnfinished, lockSimulation, saveSimulation, type Simulation } from '../storage/simulations';
import { placeOf, simulateLines, type SimulatedLines } from './simulate-lines';

const LINES_AT_ONCE = 200;
const POLL_MS = 2_000;
const LEAST_REST_MS = 20;
const AFTER_FAULT_MS = 1_000;
/** Beside the outbox's shards. */
export const LEASE_OF_SIMULATIONS = 1_000;

/**
 * Works simulations off, one after the other, in slices: each slice's results are committed together with how far it
 * came, so that a restart goes on where the last commit was. It rests as long as it worked, and leaves the other half to
 * sales. Of several instances the one with the lease works.
 */
@Injectable()
export class SimulatePolicies implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SimulatePolicies.name);
  private readonly bell = new Wake();
  private readonly lease: Lease;
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();

  /** @param holder this instance's name */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    holder: string,
  ) {
    this.lease = new Lease(database, LEASE_OF_SIMULATIONS, holder);
  }

  /** One was asked for. */
  wake(): void {
    this.bell.up();
  }

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.bell.up();
    await this.loop;
    await this.lease.release().catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const begunAt = Date.now();
        if ((await this.lease.hold()) && (await this.work())) {
          await sleep(Math.max(LEAST_REST_MS, Date.now() - begunAt));
        } else {
          await this.bell.wait(POLL_MS);
        }
      } catch (fault) {
        this.logger.warn(`could not go on with a simulation, trying again: ${String(fault)}`);
        await sleep(AFTER_FAULT_MS);
      }
    }
  }

  /**
   * Starts the next simulation, or simulates its next lines.
   * @returns false when there is none
   */
  async work(): Promise<boolean> {
    const next = await firstUnfinished(readerOn(this.database));
    if (!next) return false;
    try {
      // One state of all facts for both policies: what is learned meanwhile must not look like an effect of the policy.
      const slice = await this.database.snapshot(tx => nextSlice(tx, next));
      await this.database.transaction(tx => this.advance(tx, next, slice));
    } catch (fault) {
      if (isTransient(fault)) throw fault;
      this.logger.error({ err: fault }, `simulation ${next.simulationId} failed`);
      await this.database.transaction(tx => this.giveUp(tx, next.simulationId));
    }
    return true;
  }

  /** Commits what a slice gives, unless another instance has come further meanwhile. */
  private async advance(tx: Tx, { simulationId, linesDone: before }: Simulation, slice: Slice): Promise<void> {
    const simulation = await lockSimulation(tx, simulationId);
    if (!simulation || isOver(simulation) || simulation.linesDone !== before) return;
    const now = this.clock.now();
    const { lines, linesTotal, results } = slice;
    await addResults(tx, simulationId, results.totals, results.changed);
    const linesDone = before + lines.length;
    const isDone = lines.length < LINES_AT_ONCE;
    await saveSimulation(tx, {
      ...simulation,
      state: isDone ? 'done' : 'running',
      startedAt: simulation.startedAt ?? now,
      finishedAt: isDone ? now : null,
      // Lines may have come, or gone, since they were counted.
      linesTotal: isDone ? linesDone : Math.max(linesTotal, linesDone),
      linesDone,
      passed: lines.length === 0 ? simulation.passed : placeOf(lines.at(-1)!.facts),
      baseFen: simulation.baseFen + results.baseFen,
      linesWithoutTouches: simulation.linesWithoutTouches + results.linesWithoutTouches,
      linesWithoutTerms: simulation.linesWithoutTerms + results.linesWithoutTerms,
      updatedAt: now,
    });
  }

  /** Our code fails on one of its lines: those behind it in the queue go on. */
  private async giveUp(tx: Tx, simulationId: string): Promise<void> {
    const simulation = await lockSimulation(tx, simulationId);
    if (!simulation || isOver(simulation)) return;
    const now = this.clock.now();
    await saveSimulation(tx, { ...simulation, state: 'failed', finishedAt: now, updatedAt: now });
  }
}

interface Slice {
  lines: Line[];
  results: SimulatedLines;
  linesTotal: number;
}

async function nextSlice(tx: Tx, simulation: Simulation): Promise<Slice> {
  const linesTotal = simulation.linesTotal ?? (await countLinesIn(tx, simulation));
  const lines = await linesIn(tx, simulation, simulation.passed, LINES_AT_ONCE);
  return { lines, linesTotal, results: await simulateLines(tx, lines, simulation.policy) };
}

const isOver = ({ state }: Simulation): boolean => state === 'done' || state === 'failed';
