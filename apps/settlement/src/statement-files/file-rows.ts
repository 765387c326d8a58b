import { inYuan } from '@chuanliu/money/yuan';
import type { FileRow } from './columns';
import type { ReportLine, ReportMovement, StatementReport } from './statement-report';
import { inBoth, movementWords, shareWords } from './words';

/** Rows of a file, page by page: settled lines first, then everything else that moved. */
export async function* fileRows(report: StatementReport): AsyncGenerator<FileRow[]> {
  for await (const page of report.lines()) yield page.map(ofLine);
  for await (const page of report.movements()) yield page.map(ofMovement);
}

/** Counts and sums of the rows that passed, to be told after the last one. */
export class ControlTotals {
  rows = 0;
  baseFen = 0;
  amountFen = 0;

  add(rows: readonly FileRow[]): void {
    for (const { baseFen, amountFen } of rows) {
      this.rows += 1;
      this.baseFen += Number(baseFen ?? 0);
      this.amountFen += Number(amountFen);
    }
  }

  /** @throws Error when the rows do not lead from the opening to the closing balance: such a file must not get out */
  check({ sums: { openingFen, closingFen } }: StatementReport): void {
    if (openingFen + this.amountFen !== closingFen)
      throw new Error(`the rows sum to ${this.amountFen} fen, which does not lead from ${openingFen} to ${closingFen}`);
  }
}

const ofLine = (line: ReportLine): FileRow => ({
  businessDate: line.businessDate,
  kind: '结算 Settled',
  channelId: line.channelId,
  orderId: line.orderId,
  lineNo: line.lineNo,
  share: inBoth(shareWords[line.share]),
  baseFen: line.baseFen,
  amountFen: line.amountFen,
  amountYuan: inYuan(line.amountFen),
  occurredAt: null,
  reference: null,
});

const ofMovement = (movement: ReportMovement): FileRow => ({
  businessDate: movement.businessDate,
  kind: inBoth(movementWords[movement.kind]),
  channelId: movement.channelId,
  orderId: movement.orderId,
  lineNo: movement.lineNo,
  share: movement.share && inBoth(shareWords[movement.share]),
  baseFen: null,
  amountFen: movement.amountFen,
  amountYuan: inYuan(movement.amountFen),
  occurredAt: inShanghai(movement.occurredAt),
  reference: movement.reference,
});

/** `2026-11-06 20:00:03`: the clock that finance reads. */
const inShanghai = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
