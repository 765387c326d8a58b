import { stringify } from 'csv-stringify/sync';
import { cellOf } from '../offer-in-bulk/csv-cells';
import { csvColumns, type CsvProduct } from '../offer-in-bulk/csv-columns';

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Every text is quoted, so that no reader has to guess where a title with blanks or line breaks ends. */
const form = { quoted_string: true, record_delimiter: '\r\n' };

/** One header row, then a row for each product (RFC 4180). */
export async function* productsAsCsv(
  pages: AsyncIterable<CsvProduct[]>,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + stringify([[...columns]], form);
  for await (const page of pages) {
    yield stringify(
      page.map(product => columns.map(name => cell(csvColumns[name]!.write(product)))),
      form,
    );
  }
}

function cell(value: string | number | boolean | null | undefined): string | number {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return value;
  return cellOf(String(value));
}
