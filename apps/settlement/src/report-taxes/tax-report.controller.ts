import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Roles } from '@chuanliu/auth/auth.decorators';
import { controlOf, decodeCursor, listAnswer, listAnswerOf } from '@chuanliu/http/listing';
import { Describes } from '@chuanliu/http/openapi';
import { valid, validQuery } from '@chuanliu/http/validate';
import { maskedNumber, taxReportAsCsv } from './tax-report-as-csv';
import { Quarter, TaxReportKeyset, TaxReportRequest, TaxReportRow } from './tax-report.dto';
import { placeOf, TaxReportQuery, type TaxedPerson } from './tax-report.query';

@Controller('v1/tax-reports/:quarter')
export class TaxReportController {
  constructor(private readonly report: TaxReportQuery) {}

  @Get()
  @Roles('finance')
  @Describes({
    summary: 'What each person was paid in a quarter, and the income tax that was withheld',
    description:
      'A row is a person, by whatever parties they were paid: promoters and recruiters that show the same document are ' +
      'one. Of payouts sent in the quarter, without those that failed; the main amount is incomeFen. `format=csv` is all ' +
      'of it, whatever the page. Id numbers are masked in both; the operator exports the return with readable ones on ' +
      'the machine.',
    params: { quarter: Quarter },
    query: TaxReportRequest,
    answer: listAnswerOf(TaxReportRow),
  })
  async read(
    @Param('quarter', valid(Quarter)) quarter: string,
    @Query(validQuery(TaxReportRequest)) { format, limit, cursor }: TaxReportRequest,
  ) {
    const people = await this.report.read(quarter);
    if (format === 'csv') return fileOf(quarter, people);
    const after = decodeCursor(TaxReportKeyset, cursor)?.place ?? '';
    return listAnswer(people.filter(person => placeOf(person) > after).slice(0, limit + 1), {
      limit,
      keysetOf: person => ({ place: placeOf(person) }),
      itemOf: shownPerson,
      control: await controlOf(people.map(({ id, incomeFen }) => ({ id, amountFen: incomeFen }))),
    });
  }
}

const fileOf = (quarter: string, people: readonly TaxedPerson[]): StreamableFile =>
  new StreamableFile(Buffer.from(taxReportAsCsv(people, maskedNumber)), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="tax-report-${quarter}.csv"`,
  });

const shownPerson = ({ identity, ...person }: TaxedPerson): TaxReportRow => ({
  id: person.id,
  parties: person.parties,
  payeeNames: person.payeeNames,
  identity: identity ? 'known' : 'missing',
  idType: identity && identity.idType,
  idNumber: identity && maskedNumber(identity),
  payouts: person.payouts,
  incomeFen: person.incomeFen,
  taxWithheldFen: person.taxWithheldFen,
  updatedAt: person.updatedAt,
});
