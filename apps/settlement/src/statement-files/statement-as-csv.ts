import { stringify } from 'csv-stringify/sync';
import { inYuan } from '@chuanliu/money/yuan';
import { lineColumns } from './columns';
import { ControlTotals, fileRows } from './file-rows';
import type { StatementReport, StatementSums } from './statement-report';
import { inBoth, sumWords } from './words';

const crlf = { record_delimiter: '\r\n' };
const columns = lineColumns.map(column => column.key);

/**
 * A statement as CSV (RFC 4180, UTF-8 with a byte order mark, since spreadsheets guess else): a row of headings, a row for
 * each line and movement, then control totals: number of rows, their sums, and the way from opening to closing.
 */
export async function* statementAsCsv(report: StatementReport): AsyncGenerator<string> {
  yield '\uFEFF' + stringify([lineColumns.map(inBoth)], crlf);
  const totals = new ControlTotals();
  for await (const rows of fileRows(report)) {
    totals.add(rows);
    yield stringify(rows, { ...crlf, columns });
  }
  totals.check(report);
  yield stringify([...totalRows(totals), ...Object.entries(sumWords).map(sumRow(report.sums))], crlf);
}

const totalRows = ({ rows, baseFen, amountFen }: ControlTotals) => [
  ['合计 Total', `${rows}`, '', '', '', '', baseFen, amountFen, inYuan(amountFen), '', ''],
];

const sumRow =
  (sums: StatementSums) =>
  ([key, words]: [string, (typeof sumWords)[keyof StatementSums]]) => {
    const amountFen = sums[key as keyof StatementSums];
    return [inBoth(words), '', '', '', '', '', '', amountFen, inYuan(amountFen), '', ''];
  };
