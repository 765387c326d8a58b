import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import type { Caller } from '@chuanliu/auth/caller';
import { CurrentCaller } from '@chuanliu/auth/current-caller';
import { SecretSeal } from '@chuanliu/auth/secret-seal';
import { Database } from '@chuanliu/database/database';
import { Clock } from '@chuanliu/http/dated-command-clock';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { nameOf } from '../domain/party';
import { writeAudit } from '../storage/audit-log';
import { openIdNumber } from '../storage/open-seal';
import { taxReportAsCsv } from './tax-report-as-csv';
import { Quarter, TaxReportKeyset, TaxReportRequest, TaxReportRow } from './tax-report.dto';
import { TaxReportQuery, type TaxedPerson } from './tax-report.query';

@Controller('v1/tax-reports/:quarter')
export class TaxReportController {
  constructor(
    private readonly report: TaxReportQuery,
    private readonly database: Database,
    private readonly seal: SecretSeal,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('finance')
  @Describes({
    summary: 'What each person was paid in a quarter, and the income tax that was withheld',
    description:
      'Of payouts sent in the quarter, without those that failed; the main amount is incomeFen. `format=csv` is the whole ' +
      'report for the tax office: id numbers are readable there and nowhere else, and each export is in the audit log.',
    params: { quarter: Quarter },
    query: TaxReportRequest,
    answer: listAnswerOf(TaxReportRow),
    problems: { unavailable: ['settlement/payee-key-differs'] },
  })
  async read(
    @CurrentCaller() caller: Caller,
    @Param('quarter', valid(Quarter)) quarter: string,
    @Query(validQuery(TaxReportRequest)) { format, limit, cursor }: TaxReportRequest,
  ) {
    const people = await this.report.read(quarter);
    if (format === 'csv') return this.export(caller, quarter, people);
    const after = decodeCursor(TaxReportKeyset, cursor)?.party ?? '';
    return listAnswer(people.filter(({ party }) => nameOf(party) > after).slice(0, limit + 1), {
      limit,
      keysetOf: ({ party }) => ({ party: nameOf(party) }),
      itemOf: shownPerson,
      control: await controlOf(people.map(({ party, incomeFen }) => ({ id: nameOf(party), amountFen: incomeFen }))),
    });
  }

  private async export(caller: Caller, quarter: string, people: TaxedPerson[]): Promise<StreamableFile> {
    const csv = taxReportAsCsv(people, ({ party, identity }) =>
      identity ? openIdNumber(this.seal, party, identity.sealedNumber) : '',
    );
    await this.database.transaction(tx =>
      writeAudit(tx, {
        ...{ by: caller, at: this.clock.now(), action: 'export-tax-report' },
        ...{ subject: { kind: 'tax-report', id: quarter }, reason: null, facts: { people: people.length } },
      }),
    );
    return new StreamableFile(Buffer.from(csv), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="tax-report-${quarter}.csv"`,
    });
  }
}

const shownPerson = (person: TaxedPerson): TaxReportRow => ({
  id: nameOf(person.party),
  party: nameOf(person.party),
  payeeName: person.payeeName,
  idType: person.identity?.idType ?? null,
  idNumber: person.identity && `****${person.identity.numberEnding}`,
  payouts: person.payouts,
  incomeFen: person.incomeFen,
  taxWithheldFen: person.taxWithheldFen,
  updatedAt: person.updatedAt,
});
