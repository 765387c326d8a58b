import { StoppedClock } from '@chuanliu/http/dated-command-clock';
import type { TriedPolicy } from '../src/domain/tried-policy';
import { ResultsOfSimulation } from '../src/show-simulations/results-of-simulation.query';
import { AskSimulation } from '../src/simulate-policy/ask-simulation.handler';
import { SimulatePolicies } from '../src/simulate-policy/simulate-policies.worker';
import { readerOn } from '../src/storage/reader';
import { simulationWith, type Simulation } from '../src/storage/simulations';
import type { AttributionUnderTest } from './attribution-under-test';

export const WHOLE_YEAR = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' };

/** Simulations on the database of a service under test, worked off by hand. */
export class SimulationsUnderTest {
  private readonly clock = new StoppedClock('2026-12-31T12:00:00.000Z');
  readonly worker: SimulatePolicies;
  readonly results: ResultsOfSimulation;

  constructor(private readonly attribution: AttributionUnderTest) {
    this.worker = this.anotherWorker('test');
    this.results = new ResultsOfSimulation(attribution.database);
  }

  anotherWorker(name: string): SimulatePolicies {
    return new SimulatePolicies(this.attribution.database, this.clock, name);
  }

  async ask(policy: TriedPolicy, period = WHOLE_YEAR): Promise<string> {
    const ask = new AskSimulation(this.attribution.database, this.clock, this.worker, 366);
    return (await ask.run({ ...period, policy })).simulationId;
  }

  async show(simulationId: string): Promise<Simulation> {
    return (await simulationWith(readerOn(this.attribution.database), simulationId))!;
  }

  /** Everything that a simulation of the period finds. */
  async of(policy: TriedPolicy, period = WHOLE_YEAR) {
    const simulationId = await this.ask(policy, period);
    while (await this.worker.work());
    return this.found(simulationId);
  }

  async found(simulationId: string) {
    const simulation = await this.show(simulationId);
    const { updatedAt } = simulation;
    const [promoters, brands, agencies, recruiters] = await Promise.all(
      (['promoter', 'brand', 'agency', 'recruiter'] as const).map(kind =>
        this.results.parties(simulationId, kind, updatedAt),
      ),
    );
    const report = await this.results.report(simulation);
    const lines = await this.results.lines(simulation, {}, undefined, 10_000);
    return {
      simulation,
      report,
      promoters: promoters!,
      brands: brands!,
      agencies: agencies!,
      recruiters: recruiters!,
      lines,
    };
  }
}
