import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { controlOf, decodeCursor, listAnswer, listAnswerOf, type ListAnswer } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { readerOn } from '../storage/reader';
import { simulationsNewestFirst, type Simulation } from '../storage/simulations';
import { KnownSimulation } from './known-simulation';
import { ResultsOfSimulation } from './results-of-simulation.query';
import { ListSimulations, SimulationRow, SimulationShown, SimulationsKeyset } from './simulation.dto';

@Controller('v1/attribution/simulations')
@Roles('operator', 'finance')
export class ShowSimulationsController {
  constructor(
    private readonly database: Database,
    private readonly known: KnownSimulation,
    private readonly results: ResultsOfSimulation,
  ) {}

  @Get()
  @Describes({
    summary: 'Simulations, the newest first',
    query: ListSimulations,
    answer: listAnswerOf(SimulationRow),
  })
  async list(
    @Query(validQuery(ListSimulations)) query: Static<typeof ListSimulations>,
  ): Promise<ListAnswer<SimulationRow>> {
    const after = decodeCursor(SimulationsKeyset, query.cursor);
    const updatedFrom = query.updatedFrom === undefined ? undefined : toUtcInstant(query.updatedFrom);
    const all = await simulationsNewestFirst(readerOn(this.database), updatedFrom);
    const moved = await this.results.movedBySimulation(all.map(each => each.simulationId));
    const rows = all.map(each => rowOf(each, moved.get(each.simulationId) ?? 0));
    return listAnswer(after ? rows.filter(row => row.id < after.id) : rows, {
      limit: query.limit,
      keysetOf: ({ id }) => ({ id }),
      itemOf: row => row,
      control: await controlOf(rows.map(({ id, movedFen }) => ({ id, amountFen: movedFen }))),
    });
  }

  @Get(':simulationId')
  @Describes({
    summary: 'A simulation: how far it is, and once it is done what would move',
    params: { simulationId: Id },
    answer: SimulationShown,
    problems: { absent: ['attribution/no-such-simulation'] },
  })
  async show(@Param('simulationId', valid(Id)) simulationId: string): Promise<SimulationShown> {
    const simulation = await this.known.require(simulationId);
    const { startedAt, finishedAt } = simulation;
    const report = simulation.state === 'done' ? await this.results.report(simulation) : null;
    return { simulationId, ...headOf(simulation), startedAt, finishedAt, report };
  }
}

const headOf = ({ from, to, policy, state, linesDone, linesTotal, askedAt }: Simulation) => ({
  from,
  to,
  policy,
  state,
  linesDone,
  linesTotal,
  askedAt,
});

const rowOf = (simulation: Simulation, movedFen: number): SimulationRow => ({
  id: simulation.simulationId,
  ...headOf(simulation),
  movedFen,
  updatedAt: simulation.updatedAt,
});
