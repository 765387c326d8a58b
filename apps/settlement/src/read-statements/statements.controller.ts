import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { statementAsJson } from './statement-as-json';
import { LINES_IN_A_LIST, ListedStatement, ListStatements, Statement, StatementsKeyset } from './statements.dto';
import { partyToShow, StatementsForCaller } from './statements-for-caller';
import { StatementsQuery, type StatementHead } from './statements.query';

/** Statements, for finance and for the party that each is about. */
@Controller('v1/statements')
@Roles('finance', 'brand', 'promoter', 'recruiter', 'agency')
export class StatementsController {
  constructor(
    private readonly statements: StatementsQuery,
    private readonly forCaller: StatementsForCaller,
  ) {}

  @Get()
  @Describes({
    summary: 'Statements, newest day first; the main amount is closingFen',
    query: ListStatements,
    answer: listAnswerOf(ListedStatement),
    problems: { absent: ['no-such-party'] },
  })
  async list(@CurrentCaller() caller: Caller, @Query(validQuery(ListStatements)) query: ListStatements) {
    const { limit, cursor, party, ...others } = query;
    const whose = partyToShow(caller, party);
    const filter = { ...others, ...(whose ? { party: whose } : {}) };
    const rows = await this.statements.page(filter, decodeCursor(StatementsKeyset, cursor), limit + 1);
    if (whose && query.businessDate !== undefined) for (const row of rows) await this.addLines(row);
    return listAnswer(rows, {
      limit,
      keysetOf: ({ head, accountId }) => ({ businessDate: head.businessDate, accountId }),
      itemOf: ({ head }) => head,
      control: await controlOf(this.statements.whole(filter)),
    });
  }

  private async addLines(statement: StatementHead): Promise<void> {
    if (statement.head.lineCount > LINES_IN_A_LIST) return;
    statement.head.lines = [];
    for await (const page of this.statements.lines(statement)) statement.head.lines.push(...page);
  }

  @Get(':statementId')
  @Describes({
    summary: 'A statement with all its lines',
    description: 'Streamed: it may have any number of lines.',
    params: { statementId: Id },
    answer: Statement,
    problems: { absent: ['settlement/no-such-statement'] },
  })
  async read(
    @CurrentCaller() caller: Caller,
    @Param('statementId', valid(Id)) statementId: string,
  ): Promise<StreamableFile> {
    const statement = await this.forCaller.find(caller, statementId);
    const text = Readable.from(statementAsJson(this.statements, statement), { objectMode: false });
    return new StreamableFile(text, { type: 'application/json; charset=utf-8' });
  }
}
