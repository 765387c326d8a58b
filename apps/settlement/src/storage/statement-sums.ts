import { fen } from '@chuanliu/money/fen';
import type { StatementSums } from '../domain/statement';

/** The sums of a statement as tables of statements have them. */
export interface StatementSumsRow {
  opening_fen: number;
  lines_fen: number;
  adjustments_fen: number;
  rebates_fen: number;
  bonuses_fen: number;
  manual_fen: number;
  payouts_fen: number;
  failed_payouts_fen: number;
  closing_fen: number;
}

export const STATEMENT_SUMS: ReadonlyArray<keyof StatementSumsRow> = [
  'opening_fen',
  'lines_fen',
  'adjustments_fen',
  'rebates_fen',
  'bonuses_fen',
  'manual_fen',
  'payouts_fen',
  'failed_payouts_fen',
  'closing_fen',
];

/** In the order of STATEMENT_SUMS. */
export const toSumsRow = (sums: StatementSums): number[] => [
  sums.openingFen,
  sums.linesFen,
  sums.adjustmentsFen,
  sums.rebatesFen,
  sums.bonusesFen,
  sums.manualFen,
  sums.payoutsFen,
  sums.failedPayoutsFen,
  sums.closingFen,
];

export const fromSumsRow = (row: StatementSumsRow): StatementSums => ({
  openingFen: fen(row.opening_fen),
  linesFen: fen(row.lines_fen),
  adjustmentsFen: fen(row.adjustments_fen),
  rebatesFen: fen(row.rebates_fen),
  bonusesFen: fen(row.bonuses_fen),
  manualFen: fen(row.manual_fen),
  payoutsFen: fen(row.payouts_fen),
  failedPayoutsFen: fen(row.failed_payouts_fen),
  closingFen: fen(row.closing_fen),
});
