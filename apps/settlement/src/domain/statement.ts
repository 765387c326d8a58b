import { fen, type Fen } from '@chuanliu/money/fen';
import type { MovementKind } from './movement';

/** What changed a party's `available` since its last statement, and what that comes to. Fen, either sign. */
export interface StatementSums {
  openingFen: Fen;
  linesFen: Fen;
  adjustmentsFen: Fen;
  rebatesFen: Fen;
  bonusesFen: Fen;
  manualFen: Fen;
  /** Positive: what was paid out. */
  payoutsFen: Fen;
  /** Positive: what came back. */
  failedPayoutsFen: Fen;
  closingFen: Fen;
}

/** Sums of movements by kind, credit positive. */
export type MovementSums = Partial<Record<MovementKind, number>>;

/**
 * Opening + lines + adjustments + rebates + bonuses + manual entries − payouts + failed payouts = closing.
 * @param openingFen the closing of the statement before; 0 for the first
 */
export function statementSums(openingFen: number, linesFen: number, movements: MovementSums): StatementSums {
  const sum = (kind: MovementKind) => movements[kind] ?? 0;
  const all = Object.values(movements).reduce((total, amount) => total + amount, 0);
  return {
    openingFen: fen(openingFen),
    linesFen: fen(linesFen),
    adjustmentsFen: fen(sum('adjustment')),
    rebatesFen: fen(sum('rebate')),
    bonusesFen: fen(sum('bonus')),
    manualFen: fen(sum('manual')),
    payoutsFen: fen(0 - sum('payout')),
    failedPayoutsFen: fen(sum('failed-payout')),
    closingFen: fen(openingFen + linesFen + all),
  };
}
