import { parse } from 'csv-parse/sync';
import { aStatementReport } from '../../test/a-statement-report';
import { statementAsCsv } from './statement-as-csv';

const csvOf = async (report = aStatementReport()) => {
  let text = '';
  for await (const part of statementAsCsv(report)) text += part;
  return text;
};

describe('a statement as CSV', () => {
  it('begins with a byte order mark and headings in both languages', async () => {
    const text = await csvOf();
    expect(text.startsWith('\uFEFF结算日 Business date,类型 Kind,')).toBe(true);
    expect(text.split('\r\n').at(-1)).toBe('');
  });

  it('has a row for each line and movement, then control totals that lead from opening to closing', async () => {
    const rows = parse(await csvOf(), { bom: true, columns: false });
    expect(rows.slice(1, 7).map(row => [row[1], row[3], row[6], row[7], row[8]])).toEqual([
      ['结算 Settled', 'o-1', '20400', '2571', '25.71'],
      ['结算 Settled', 'o-2', '15400', '1941', '19.41'],
      ['结算 Settled', 'o-3', '20400', '204', '2.04'],
      ['结算后调整 Adjustment after settlement', 'o-0', '', '-630', '-6.30'],
      ['提现 Payout', '', '', '-100000', '-1000.00'],
      ['5', '', '56200', '-95914', '-959.14'],
    ]);
    expect(rows[6]![0]).toBe('合计 Total');
    expect(rows[4]![9]).toBe('2026-11-13 00:00:00'); // Shanghai's clock, not UTC's.
    expect(rows.slice(7).map(row => row[7])).toEqual(['120005', '4716', '-630', '0', '0', '0', '100000', '0', '24091']);
  });

  it('breaks off rather than hand out rows that do not lead to the closing balance', async () => {
    const { sums } = aStatementReport();
    await expect(csvOf(aStatementReport({ sums: { ...sums, closingFen: 24_090 } }))).rejects.toThrow(/does not lead/);
  });
});
