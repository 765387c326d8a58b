import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { Id } from '@chuanliu/contracts/shapes';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { namedParty, StatementsForCaller } from '../read-statements/statements-for-caller';
import { statementAsCsv } from './statement-as-csv';
import { statementAsXlsx } from './statement-as-xlsx';
import { MonthlyStatement, ReadMonth } from './statement-files.dto';
import { ReportOfStatements } from './report-of-statements';
import type { StatementReport } from './statement-report';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Statements as files that people open, and a month's statements in one. */
@Controller('v1')
@Roles('finance', 'brand', 'promoter', 'recruiter', 'agency')
export class StatementFilesController {
  constructor(
    private readonly statements: StatementsForCaller,
    private readonly reports: ReportOfStatements,
  ) {}

  @Get('statements/:statementId.csv')
  @Describes({
    summary: 'A statement as CSV: UTF-8 with a byte order mark, a row a line, control totals at the end',
    params: { statementId: Id },
    answer: Type.String(),
    answerType: 'text/csv',
    problems: { absent: ['settlement/no-such-statement'] },
  })
  async asCsv(@CurrentCaller() caller: Caller, @Param('statementId', valid(Id)) statementId: string) {
    return this.file('csv', await this.reports.ofDay(await this.statements.find(caller, statementId)));
  }

  @Get('statements/:statementId.xlsx')
  @Describes({
    summary: 'A statement as a workbook: summary, the way from the base to the party’s share, every line',
    params: { statementId: Id },
    answer: Type.String({ format: 'binary' }),
    answerType: XLSX,
    problems: { absent: ['settlement/no-such-statement'] },
  })
  async asXlsx(@CurrentCaller() caller: Caller, @Param('statementId', valid(Id)) statementId: string) {
    return this.file('xlsx', await this.reports.ofDay(await this.statements.find(caller, statementId)));
  }

  @Get('monthly-statements')
  @Describes({
    summary: 'A month of a party: the sums of its days’ statements',
    description:
      'With `format=csv` or `xlsx` with all their lines. A month without statements leads from balance to balance.',
    query: ReadMonth,
    answer: MonthlyStatement,
    problems: { absent: ['no-such-party'], invalid: ['settlement/party-required'] },
  })
  async month(@CurrentCaller() caller: Caller, @Query(validQuery(ReadMonth)) { party, month, format }: ReadMonth) {
    const report = await this.reports.ofMonth(namedParty(caller, party), month);
    if (format !== 'json') return this.file(format, report);
    const days = report.days.map(({ id, businessDate, ...day }) => ({ id, businessDate, ...onlySums(day) }));
    return { party: `${report.party.kind}:${report.party.id}`, month, ...report.sums, days };
  }

  private file(format: 'csv' | 'xlsx', report: StatementReport): StreamableFile {
    const { party, from, to } = report;
    const span = from === to ? from : from.slice(0, 7);
    const name = `statement-${party.kind}-${party.id}-${span}.${format}`.replaceAll(':', '_');
    const disposition = `attachment; filename="${name}"`;
    return format === 'csv'
      ? new StreamableFile(Readable.from(statementAsCsv(report), { objectMode: false }), { type: CSV, disposition })
      : new StreamableFile(statementAsXlsx(report), { type: XLSX, disposition });
  }
}

const onlySums = ({
  openingFen,
  linesFen,
  adjustmentsFen,
  rebatesFen,
  bonusesFen,
  manualFen,
  payoutsFen,
  failedPayoutsFen,
  closingFen,
}: StatementReport['sums']) => ({
  openingFen,
  linesFen,
  adjustmentsFen,
  rebatesFen,
  bonusesFen,
  manualFen,
  payoutsFen,
  failedPayoutsFen,
  closingFen,
});
