import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { aStatementReport } from '../../test/a-statement-report';
import type { StatementReport } from './statement-report';
import { statementAsXlsx } from './statement-as-xlsx';

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
/** -1: every sheet, each as a CSV file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** What another program reads in the workbook: `{sheet: rows}`. */
async function readByLibreOffice(report: StatementReport): Promise<Record<string, string[][]>> {
  const folder = mkdtempSync(join(tmpdir(), 'chuanliu-statement-'));
  try {
    await writeFile(join(folder, 'statement.xlsx'), await buffer(statementAsXlsx(report)));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', EVERY_SHEET, '--outdir', folder, join(folder, 'statement.xlsx')],
      { stdio: 'ignore' },
    );
    const sheets = ['汇总 Summary', '费用明细 Fees', '明细 Lines'];
    const rowsOf = (sheet: string) =>
      parse(readFileSync(join(folder, `statement-${sheet}.csv`)), { columns: false, relax_column_count: true });
    return Object.fromEntries(sheets.map(sheet => [sheet, rowsOf(sheet)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a statement as a workbook', () => {
  if (!hasLibreOffice)
    process.stderr.write(
      'LibreOffice is not installed (Debian: libreoffice-calc-nogui): not opening our statements with it\n',
    );
  (hasLibreOffice ? it : it.skip)('says in LibreOffice what the statement says', async () => {
    const sheets = await readByLibreOffice(aStatementReport());
    const summary = sheets['汇总 Summary']!;
    expect(summary[0]![0]).toBe('结算单 Statement  推广者 Promoter pr-1  2026-11-13');
    expect(summary[1]![0]).toBe(
      '收款人 Payee 周建国，人民币元 CNY，营业日按北京时间 business days in Shanghai，单号 No. st-1',
    );
    expect(summary.slice(3, 12).map(row => Number(row[1]))).toEqual([1200.05, 47.16, -6.3, 0, 0, 0, 1000, 0, 240.91]);
    expect(summary[14]!.slice(0, 2)).toEqual(['2026-11-13  st-1', '1200.05']);
    expect(sheets['费用明细 Fees']!.slice(2).map(row => row.slice(1))).toEqual([
      ['佣金 Commission', '71.6'],
      ['推广服务费 Promotion fee', '0'],
      ['种草分佣 Assist shares', '-7.16'],
      ['机构分成 Agency share', '-19.32'],
      ['应得合计 Yours', '45.12'],
      ['', ''],
      ['种草佣金 Your assist shares', '2.04'],
      ['应得合计 Yours', '2.04'],
    ]);
    const lines = sheets['明细 Lines']!;
    expect(lines.slice(1, 4).map(row => [row[3], row[4], row[5], row[6], row[7], row[8]])).toEqual([
      ['o-1', '1', '推广佣金 Promoter', '20400', '2571', '25.71'],
      ['o-2', '1', '推广佣金 Promoter', '15400', '1941', '19.41'],
      ['o-3', '1', '种草佣金 Assist', '20400', '204', '2.04'],
    ]);
    expect(lines.at(-1)!.slice(0, 9)).toEqual(['合计 Total', '5', '', '', '', '', '56200', '-95914', '-959.14']);
  });

  it('breaks off when the rows do not lead to the closing balance', async () => {
    const { sums } = aStatementReport();
    const wrong = statementAsXlsx(aStatementReport({ sums: { ...sums, closingFen: 0 } }));
    await expect(buffer(wrong)).rejects.toThrow(/does not lead/);
  });
});
