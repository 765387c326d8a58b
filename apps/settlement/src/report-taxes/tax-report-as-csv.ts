import { stringify } from 'csv-stringify/sync';
import { sumFen } from '@chuanliu/money/fen';
import { inYuan } from '@chuanliu/money/yuan';
import { nameOf } from '../domain/party';
import type { TaxedPerson } from './tax-report.query';

const columns = ['party', 'payeeName', 'idType', 'idNumber', 'payouts', 'incomeYuan', 'taxWithheldYuan'];

/**
 * The report as the tax office wants it: with readable id numbers, in CSV that spreadsheets open (byte order mark, cells
 * that would be formulas quoted). The last row is `TOTAL`, the number of persons and the sums.
 *
 * @param idNumberOf the person's readable id number
 */
export function taxReportAsCsv(people: readonly TaxedPerson[], idNumberOf: (person: TaxedPerson) => string): string {
  const rows = people.map(person => [
    ...[nameOf(person.party), person.payeeName, person.identity?.idType ?? '', idNumberOf(person)],
    ...[String(person.payouts), inYuan(person.incomeFen), inYuan(person.taxWithheldFen)],
  ]);
  const sum = (amountOf: (person: TaxedPerson) => number) => inYuan(sumFen(people.map(amountOf)));
  const payouts = people.reduce((total, person) => total + person.payouts, 0);
  const total = ['TOTAL', String(people.length), '', '', String(payouts)];
  const sums = [sum(person => person.incomeFen), sum(person => person.taxWithheldFen)];
  return stringify([columns, ...rows, [...total, ...sums]], { bom: true, escape_formulas: true });
}
