import { stringify } from 'csv-stringify/sync';
import { sumFen } from '@chuanliu/money/fen';
import { inYuan } from '@chuanliu/money/yuan';
import type { KnownIdentity, TaxedPerson } from './tax-report.query';

const columns = ['parties', 'payeeName', 'identity', 'idType', 'idNumber', 'payouts', 'incomeYuan', 'taxWithheldYuan'];

/**
 * The report in CSV that spreadsheets open (byte order mark, cells that would be formulas quoted). Parties, and names if
 * they differ, are parted by ` / `. The last row is `TOTAL`, the number of persons and the sums.
 *
 * @param idNumberOf how a person's id number is written
 */
export function taxReportAsCsv(
  people: readonly TaxedPerson[],
  idNumberOf: (identity: KnownIdentity) => string,
): string {
  const rows = people.map(person => [
    ...[person.parties.join(' / '), person.payeeNames.join(' / '), person.identity ? 'known' : 'missing'],
    ...[person.identity?.idType ?? '', person.identity ? idNumberOf(person.identity) : ''],
    ...[String(person.payouts), inYuan(person.incomeFen), inYuan(person.taxWithheldFen)],
  ]);
  const sum = (amountOf: (person: TaxedPerson) => number) => inYuan(sumFen(people.map(amountOf)));
  const payouts = people.reduce((total, person) => total + person.payouts, 0);
  const total = ['TOTAL', String(people.length), '', '', '', String(payouts)];
  const sums = [sum(person => person.incomeFen), sum(person => person.taxWithheldFen)];
  return stringify([columns, ...rows, [...total, ...sums]], { bom: true, escape_formulas: true });
}

/** `****1234`: how an id number is shown. */
export const maskedNumber = ({ numberEnding }: KnownIdentity): string => `****${numberEnding}`;
