import { CsvError, parse } from 'csv-parse/sync';
import { fromYuan, inYuan } from '@chuanliu/money/yuan';
import { resultsFileUnusable, totalsDiffer } from '../domain/payout-file.problems';

export const resultColumns = ['payoutId', 'result', 'amountYuan', 'occurredAt', 'reference', 'reason'] as const;

/** A row as the file has it, by column. */
export type ResultRow = Record<(typeof resultColumns)[number], string>;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The rows of the bank's results (RFC 4180, UTF-8 with or without a byte order mark). The last row is `TOTAL`, the
 * number of rows, and what their amounts come to.
 *
 * @throws Problem `settlement/results-file-unusable` (400), `settlement/totals-differ` (422): no row is taken then
 */
export function readResultsFile(file: Buffer): ResultRow[] {
  const [header, ...records] = recordsIn(file);
  if (!header || header.join() !== resultColumns.join())
    throw resultsFileUnusable(`The first row names the columns: ${resultColumns.join(', ')}.`);
  const total = records.pop();
  if (total?.[0] !== 'TOTAL') throw resultsFileUnusable('The last row, TOTAL, is missing: the file was cut off.');
  const rows = records.map(
    record => Object.fromEntries(resultColumns.map((column, i) => [column, record[i] ?? ''])) as ResultRow,
  );
  // What is no amount adds nothing, so that the totals differ unless the bank left it out as well.
  const sum = rows.reduce((total, { amountYuan }) => total + (fromYuan(amountYuan) ?? 0), 0);
  if (!Number.isSafeInteger(sum)) throw resultsFileUnusable('Its amounts come to more than any books hold.');
  const told = { count: total[1] ?? '', sumYuan: total[2] ?? '' };
  const found = { count: String(rows.length), sumYuan: inYuan(sum) };
  if (told.count !== found.count || told.sumYuan !== found.sumYuan) throw totalsDiffer(told, found);
  return rows;
}

function recordsIn(file: Buffer): string[][] {
  let text: string;
  try {
    text = utf8.decode(file);
  } catch {
    throw resultsFileUnusable('It is not UTF-8.');
  }
  try {
    return parse(text, { skip_empty_lines: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  } catch (fault) {
    if (fault instanceof CsvError)
      throw resultsFileUnusable(`It is no CSV: ${fault.code}, line ${Number(fault.lines)}.`);
    throw fault;
  }
}
