import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { emptyPeriod } from '../domain/river.problems';
import { periodTooLong } from '../domain/simulation.problems';
import type { NewSimulation, SimulationAsked } from '../show-simulations/simulation.dto';
import { addSimulation } from '../storage/simulations';
import { SimulatePolicies } from './simulate-policies.worker';

/** The longest period of a simulation, in days of 24 hours. */
export const SIMULATION_MAX_DAYS = Symbol('SIMULATION_MAX_DAYS');

const DAY_MS = 86_400_000;

/** Puts a simulation behind those that wait. */
@Injectable()
export class AskSimulation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly worker: SimulatePolicies,
    @Inject(SIMULATION_MAX_DAYS) private readonly mostDays: number,
  ) {}

  /** @throws Problem `empty-period` or `period-too-long` (422) */
  async run(asked: NewSimulation): Promise<SimulationAsked> {
    const [from, to] = [toUtcInstant(asked.from), toUtcInstant(asked.to)];
    if (from >= to) throw emptyPeriod(from, to);
    if (Date.parse(to) - Date.parse(from) > this.mostDays * DAY_MS) throw periodTooLong(from, to, this.mostDays);
    const simulationId = `sim-${uuidv7()}`;
    const simulation = { simulationId, from, to, policy: asked.policy, askedAt: this.clock.now() };
    await this.database.transaction(tx => addSimulation(tx, simulation));
    this.worker.wake();
    return { simulationId };
  }
}
