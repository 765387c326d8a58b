import { Injectable } from '@nestjs/common';
import { Database } from '@chuanliu/database/database';
import { noSuchSimulation, simulationNotDone } from '../domain/simulation.problems';
import { readerOn } from '../storage/reader';
import { simulationWith, type Simulation } from '../storage/simulations';

/** Simulations by id. */
@Injectable()
export class KnownSimulation {
  constructor(private readonly database: Database) {}

  /** @throws Problem `no-such-simulation` (404) */
  async require(simulationId: string): Promise<Simulation> {
    const simulation = await simulationWith(readerOn(this.database), simulationId);
    if (!simulation) throw noSuchSimulation(simulationId);
    return simulation;
  }

  /** @throws Problem `no-such-simulation` (404), or `simulation-not-done` (409) while there are no results */
  async requireDone(simulationId: string): Promise<Simulation> {
    const simulation = await this.require(simulationId);
    if (simulation.state !== 'done') throw simulationNotDone(simulationId, simulation.state);
    return simulation;
  }
}
