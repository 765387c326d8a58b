import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Static } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { toUtcInstant } from '@chuanliu/contracts/instants';
import { Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { noSuchRun } from '../domain/settlement-run.problems';
import { cutOf } from '../storage/run-cuts';
import { listRuns, readRun, type SettlementRun } from '../storage/settlement-runs';
import { BeginRunHandler } from './begin-run.handler';
import { ListRuns, NewSettlementRun, RunBegun, RunsKeyset, ShownRun, ShownRunWithCut } from './settlement-run.dto';

/** One run a day: all of them fit into memory for many years. */
const EVERY_RUN = 100_000;

@Controller('v1/settlement-runs')
@Roles('finance')
export class SettlementRunsController {
  constructor(
    private readonly beginRun: BeginRunHandler,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(202)
  @Describes({
    summary: 'Settles a business day: what is confirmed and held long enough becomes available',
    description:
      'A day settles once: asking again answers with its run, under way or done. The cut is made before the answer: facts ' +
      'applied by then belong to the run, later ones to the next.',
    body: NewSettlementRun,
    answer: RunBegun,
    status: 202,
    problems: {
      conflict: ['settlement/period-closed', 'settlement/run-in-progress'],
      invalid: ['settlement/day-not-over'],
      unavailable: ['settlement/still-deriving'],
    },
  })
  async begin(@CurrentCaller() caller: Caller, @Body(valid(NewSettlementRun)) asked: NewSettlementRun) {
    const { businessDate, dryRun = false } = asked;
    return { runId: await this.beginRun.run({ businessDate, dryRun, caller, begunAt: this.clock.now() }) };
  }

  @Get()
  @Describes({
    summary: 'Settlement runs, newest first; the main amount is settledFen',
    query: ListRuns,
    answer: listAnswerOf(ShownRun),
  })
  async list(@Query(validQuery(ListRuns)) { limit, cursor, updatedFrom }: Static<typeof ListRuns>) {
    const filter = { updatedFrom: updatedFrom === undefined ? undefined : toUtcInstant(updatedFrom) };
    const runs = await listRuns(this.reads, filter, decodeCursor(RunsKeyset, cursor), limit + 1);
    const all = await listRuns(this.reads, filter, undefined, EVERY_RUN);
    return listAnswer(runs, {
      limit,
      keysetOf: ({ begunAt, runId }) => ({ begunAt, runId }),
      itemOf: run => shown(run),
      control: await controlOf(all.map(run => ({ id: run.runId, amountFen: run.settledFen }))),
    });
  }

  @Get(':runId')
  @Describes({
    summary: 'How far a settlement run has come, what it came to, and where its cut was',
    params: { runId: Id },
    answer: ShownRunWithCut,
    problems: { absent: ['settlement/no-such-run'] },
  })
  async read(@Param('runId', valid(Id)) runId: string): Promise<ShownRunWithCut> {
    const run = await readRun(this.reads, runId);
    if (!run) throw noSuchRun(runId);
    return { ...shown(run), cut: await cutOf(this.reads, runId) };
  }

  private get reads() {
    return { query: <T>(sql: string, parameters?: unknown[]) => this.database.read<T>(sql, parameters) };
  }
}

const shown = (run: SettlementRun): ShownRun => ({
  id: run.runId,
  runId: run.runId,
  businessDate: run.businessDate,
  dryRun: run.isDry,
  state: run.phase === 'done' ? 'done' : 'running',
  phase: run.phase,
  ordersDue: run.ordersDue,
  ordersDone: run.ordersDone,
  lines: run.lines,
  settledFen: run.settledFen,
  statements: run.statements,
  begunAt: run.begunAt,
  doneAt: run.doneAt,
  fault: run.fault,
  updatedAt: run.updatedAt,
});
