import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { stream as excel, type Worksheet } from 'exceljs';
import { inYuan } from '@chuanliu/money/yuan';
import { waterfall } from '../domain/waterfall';
import { lineColumns, type FileRow } from './columns';
import { ControlTotals, fileRows } from './file-rows';
import type { StatementReport, StatementSums } from './statement-report';
import { inBoth, onTwoLines, partyWords, shareWords, stepWords, sumWords } from './words';

/** A sheet holds 1,048,576 rows; a million of ours leaves room for headings and totals. */
const ROWS_A_SHEET = 1_000_000;
const YUAN = '#,##0.00;[Red]-#,##0.00';
const WHOLE = '#,##0;[Red]-#,##0';
const WIDTHS = [14, 36, 16, 30, 8, 30, 16, 16, 17, 22, 44];
const plain = { name: 'Calibri', size: 11 } as const;
const bold = { ...plain, bold: true } as const;
/** Text beside a number keeps its distance from it. */
const apart = { horizontal: 'left', indent: 1 } as const;
const shaded = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } } as const;
const thin = { style: 'thin', color: { argb: 'FF8FA3B5' } } as const;

/**
 * A statement as a workbook: a summary, the waterfall from the whole to the party's part, and every row. It is written as
 * it is read, page by page: rows are not kept.
 */
export function statementAsXlsx(report: StatementReport): Readable {
  const out = new PassThrough();
  const book = new excel.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  book.creator = 'Chuanliu 川流';
  book.created = new Date(Date.parse(`${report.to}T16:00:00.000Z`)); // The file is a function of the books alone.
  book.modified = book.created;
  writeSummary(book, report);
  writeWaterfall(book, report);
  void writeRows(book, report, out)
    .then(() => book.commit())
    .catch((fault: Error) => out.destroy(fault));
  return out;
}

type Book = InstanceType<typeof excel.xlsx.WorkbookWriter>;

function newSheet(book: Book, name: string, headRows: number): Worksheet {
  return book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headRows, showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: '&L川流 Chuanliu&C&A&R&P / &N' },
  });
}

function title(sheet: Worksheet, { party, from, to }: StatementReport, what: string): void {
  const row = sheet.addRow([
    `${what}  ${inBoth(partyWords[party.kind])} ${party.id}  ${from === to ? from : `${from} – ${to}`}`,
  ]);
  row.font = { ...bold, size: 14 };
  row.height = 24;
  row.commit();
}

/** Whose money it is, in which, and where the figures come from. */
function subtitle(sheet: Worksheet, { payeeName, days }: StatementReport): void {
  const ids = days.length === 1 ? `，单号 No. ${days[0]!.id}` : '';
  const name = payeeName === null ? '' : `收款人 Payee ${payeeName}，`;
  const row = sheet.addRow([`${name}人民币元 CNY，营业日按北京时间 business days in Shanghai${ids}`]);
  row.font = plain;
  row.commit();
}

/** @param amounts columns of numbers, whose titles stand above them on the right */
function heading(sheet: Worksheet, titles: readonly string[], amounts: readonly number[]): void {
  const row = sheet.addRow(titles);
  row.font = bold;
  row.height = 48;
  row.eachCell((cell, column) => {
    const horizontal = amounts.includes(column) ? 'right' : 'left';
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal };
    cell.fill = shaded;
    cell.border = { bottom: thin };
  });
  row.commit();
}

/** Amounts stand in yuan, as numbers: two decimals of at most 10¹³ fen are exact in a spreadsheet's arithmetic. */
const yuan = (amountFen: number) => Number(inYuan(amountFen));

function writeSummary(book: Book, report: StatementReport): void {
  const sheet = newSheet(book, '汇总 Summary', 3);
  const sums = Object.values(sumWords);
  sheet.columns = [{ width: 44 }, ...Array.from({ length: 9 }, () => ({ width: 17 }))];
  title(sheet, report, '结算单 Statement');
  subtitle(sheet, report);
  heading(sheet, ['项目\nItem', '金额（元）\nAmount (CNY)'], [2]);
  for (const [key, words] of Object.entries(sumWords)) {
    const row = sheet.addRow([inBoth(words), yuan(report.sums[key as keyof StatementSums])]);
    row.getCell(2).numFmt = YUAN;
    if (key === 'openingFen' || key === 'closingFen') row.font = bold;
    if (key === 'closingFen') row.eachCell(cell => (cell.border = { top: thin, bottom: { ...thin, style: 'double' } }));
    row.commit();
  }
  sheet.addRow([]).commit();
  heading(
    sheet,
    ['结算单\nStatement of day', ...sums.map(onTwoLines)],
    sums.map((_, i) => i + 2),
  );
  for (const day of report.days) {
    const amounts = Object.keys(sumWords).map(key => yuan(day[key as keyof StatementSums]));
    const row = sheet.addRow([`${day.businessDate}  ${day.id}`, ...amounts]);
    row.eachCell((cell, column) => {
      if (column > 1) cell.numFmt = YUAN;
    });
    row.commit();
  }
  sheet.commit();
}

function writeWaterfall(book: Book, report: StatementReport): void {
  const sheet = newSheet(book, '费用明细 Fees', 2);
  sheet.columns = [{ width: 34 }, { width: 44 }, { width: 18 }];
  title(sheet, report, '从基数到应得 From the base to your share');
  heading(sheet, ['角色\nRole', '项目\nItem', '金额（元）\nAmount (CNY)'], [3]);
  for (const role of report.roles) {
    for (const { step, amountFen } of waterfall(role)) {
      const row = sheet.addRow([inBoth(shareWords[role.role]), inBoth(stepWords[step]), yuan(amountFen)]);
      row.getCell(3).numFmt = YUAN;
      if (step === 'yours') {
        row.font = bold;
        row.eachCell(cell => (cell.border = { top: thin }));
      }
      row.commit();
    }
    sheet.addRow([]).commit();
  }
  sheet.commit();
}

async function writeRows(book: Book, report: StatementReport, out: PassThrough): Promise<void> {
  const totals = new ControlTotals();
  let sheet = rowsSheet(book, 1);
  let onSheet = 0;
  let sheets = 1;
  for await (const rows of fileRows(report)) {
    totals.add(rows);
    for (const row of rows) {
      if (onSheet === ROWS_A_SHEET) {
        sheet.commit();
        sheet = rowsSheet(book, ++sheets);
        onSheet = 0;
      }
      writeRow(sheet, row);
      onSheet += 1;
    }
    await packed(out);
  }
  totals.check(report);
  const total = sheet.addRow([
    '合计 Total',
    totals.rows,
    null,
    null,
    null,
    null,
    totals.baseFen,
    totals.amountFen,
    yuan(totals.amountFen),
  ]);
  total.font = bold;
  total.eachCell(cell => (cell.border = { top: thin, bottom: { ...thin, style: 'double' } }));
  formatted(total).commit();
  sheet.commit();
}

function rowsSheet(book: Book, number: number): Worksheet {
  const sheet = newSheet(book, number === 1 ? '明细 Lines' : `明细 Lines ${number}`, 1);
  sheet.columns = WIDTHS.map(width => ({ width }));
  heading(sheet, lineColumns.map(onTwoLines), [7, 8, 9]);
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: lineColumns.length } };
  return sheet;
}

function writeRow(sheet: Worksheet, row: FileRow): void {
  const cells = lineColumns.map(({ key }) => (key === 'amountYuan' ? yuan(Number(row.amountFen)) : row[key]));
  formatted(sheet.addRow(cells)).commit();
}

function formatted(row: ReturnType<Worksheet['addRow']>) {
  row.getCell(7).numFmt = WHOLE;
  row.getCell(8).numFmt = WHOLE;
  row.getCell(9).numFmt = YUAN;
  for (const column of [5, 6, 10]) row.getCell(column).alignment = apart;
  return row;
}

/**
 * Lets rows be packed before more are read; what a slow reader has not taken waits packed, some 60 bytes a row.
 * @throws Error when the reader has gone
 */
async function packed(out: PassThrough): Promise<void> {
  if (out.writableNeedDrain && !out.destroyed)
    await new Promise<void>(resolve => out.once('drain', resolve).once('close', resolve));
  if (out.destroyed) throw new Error('whoever read the statement has gone');
  await nextTurn();
}
