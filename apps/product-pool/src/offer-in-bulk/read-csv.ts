import { Readable } from 'node:stream';
import { parse, CsvError } from 'csv-parse';
import { csvHeaderUnusable, malformedCsv, notUtf8, rowHasOtherColumns } from '../domain/csv.problems';
import { textOf } from './csv-cells';
import { csvColumns, requiredColumns } from './csv-columns';
import type { ReadRow } from './read-rows';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const CHUNK = 64 * 1024;

/**
 * The rows of a CSV file (RFC 4180, UTF-8 with or without a byte order mark), some at a time, so that a large file does
 * not keep other requests waiting. Nothing is trimmed; blank lines do not count.
 *
 * @throws Problem when the file as a whole cannot be read: then no row of it is taken
 */
export async function* readCsv(file: Buffer): AsyncGenerator<ReadRow> {
  const options = { skip_empty_lines: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] };
  const records = Readable.from(chunksOf(decoded(file))).pipe(parse(options));
  let header: string[] | undefined;
  let row = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      if (header === undefined) {
        header = usable(record);
        continue;
      }
      row += 1;
      if (record.length === header.length) yield { row, value: productIn(header, record) };
      else yield { row, problem: rowHasOtherColumns() };
    }
  } catch (fault) {
    if (fault instanceof CsvError) throw malformedCsv(fault.code, Number(fault.lines) || null);
    throw fault;
  }
  if (header === undefined)
    throw csvHeaderUnusable(requiredColumns.map(name => ({ column: name, problem: 'is missing' })));
}

function decoded(file: Buffer): string {
  try {
    return utf8.decode(file);
  } catch {
    throw notUtf8();
  }
}

function* chunksOf(content: string): Generator<string> {
  for (let start = 0; start < content.length; start += CHUNK) yield content.slice(start, start + CHUNK);
}

/** @throws Problem when columns are missing, unknown or there twice */
function usable(header: string[]): string[] {
  const faults = [
    ...requiredColumns.filter(name => !header.includes(name)).map(column => ({ column, problem: 'is missing' })),
    ...header.flatMap((column, place) => {
      if (!Object.hasOwn(csvColumns, column))
        return [{ column: column.slice(0, 64), problem: 'is not a known column' }];
      return header.indexOf(column) < place ? [{ column, problem: 'is there twice' }] : [];
    }),
  ];
  if (faults.length > 0) throw csvHeaderUnusable(faults);
  return header;
}

/** What the row says, as its JSON would: `sampleRule.offered` is a field of the object sampleRule. */
function productIn(header: string[], record: string[]): Record<string, unknown> {
  const product: Record<string, unknown> = {};
  const rule: Record<string, unknown> = {};
  header.forEach((name, place) => {
    const value = csvColumns[name]!.read(textOf(record[place]!));
    const [field, part] = name.split('.') as [string, string?];
    if (part !== undefined) {
      if (value !== undefined) rule[part] = value;
      product[field] = Object.keys(rule).length > 0 ? rule : null;
    } else if (value !== undefined) product[field] = value;
  });
  return product;
}
