import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

/** One row of a file in the format of UCI's Online Retail data set. */
export interface InvoiceRow {
  invoice: string;
  stockCode: string;
  title: string;
  quantity: number;
  /** `YYYY-MM-DD HH:MM:SS`, the shop's local time. */
  date: string;
  /** Price of one unit in thousandths of a penny, exact. */
  unitMilliPence: number;
  /** Empty: the customer is not known. */
  customer: string;
}

/** Reads rows one by one. @throws with file and line when a row has not the eight columns or no number where one belongs */
export async function* invoiceRows(file: string): AsyncGenerator<InvoiceRow> {
  const rows = createReadStream(file).pipe(parse({ columns: true, bom: true, info: true, relax_column_count: false }));
  for await (const { record, info } of rows as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    const quantity = Number(record.Quantity);
    const unitMilliPence = milliPence(record.UnitPrice ?? '');
    if (!record.InvoiceNo || !record.StockCode || !Number.isInteger(quantity) || unitMilliPence === null) {
      throw new Error(`${file}, line ${info.lines}: not a row of the Online Retail format`);
    }
    yield {
      invoice: record.InvoiceNo,
      stockCode: record.StockCode,
      title: (record.Description ?? '').trim() || record.StockCode,
      quantity,
      date: record.InvoiceDate ?? '',
      unitMilliPence,
      customer: (record.CustomerID ?? '').replace(/\.0$/, ''),
    };
  }
}

/** `2.55` → 255,000 thousandths of a penny; null for what is no price with at most five decimals. */
function milliPence(text: string): number | null {
  const parts = /^(-?)(\d{1,9})(?:\.(\d{1,5}))?$/.exec(text);
  if (!parts) return null;
  const amount = Number(parts[2]) * 100_000 + Number((parts[3] ?? '').padEnd(5, '0'));
  return parts[1] ? -amount : amount;
}

/** What a row amounts to, in whole pence; halves go up. The quantity's sign is left out. */
export function penceOf(row: InvoiceRow): number {
  return Math.floor((Math.abs(row.quantity) * Math.abs(row.unitMilliPence) + 500) / 1_000);
}
