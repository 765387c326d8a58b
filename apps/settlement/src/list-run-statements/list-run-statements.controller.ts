import { Controller, Get, Param, Query } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { Id } from '@chuanliu/contracts/shapes';
import { Database } from '@chuanliu/database/database';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { partyOf } from '../domain/party';
import { noSuchRun } from '../domain/settlement-run.problems';
import { readRun } from '../storage/settlement-runs';
import { ListRunStatements, RunStatement, RunStatementsKeyset } from './run-statements.dto';
import { keysetOf, RunStatementsQuery } from './run-statements.query';

/** What finance looks at before a day is settled for good. */
@Controller('v1/settlement-runs')
@Roles('finance')
export class ListRunStatementsController {
  constructor(
    private readonly database: Database,
    private readonly statements: RunStatementsQuery,
  ) {}

  @Get(':runId/statements')
  @Describes({
    summary: "Each party's sums in a run, by party; the main amount is closingFen",
    description:
      'Of a dry run: what they would have come to at the instant at which it looked. Empty while a run has not come so far.',
    params: { runId: Id },
    query: ListRunStatements,
    answer: listAnswerOf(RunStatement),
    problems: { absent: ['settlement/no-such-run'] },
  })
  async list(
    @Param('runId', valid(Id)) runId: string,
    @Query(validQuery(ListRunStatements)) { limit, cursor, party }: ListRunStatements,
  ) {
    const run = await readRun({ query: (sql, parameters) => this.database.read(sql, parameters) }, runId);
    if (!run) throw noSuchRun(runId);
    const whose = party === undefined ? undefined : partyOf(party);
    const rows = await this.statements.page(run, whose, decodeCursor(RunStatementsKeyset, cursor), limit + 1);
    return listAnswer(rows, {
      limit,
      keysetOf,
      itemOf: row => row,
      control: await controlOf(this.statements.whole(run, whose)),
    });
  }
}
