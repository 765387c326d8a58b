import { stringify } from 'csv-stringify/sync';
import { sumFen } from '@chuanliu/money/fen';
import { inYuan } from '@chuanliu/money/yuan';

/** A payout as the bank is to make it. */
export interface BankOrder {
  payoutId: string;
  payeeName: string;
  bankAccount: string;
  netFen: number;
}

const columns = ['payoutId', 'payeeName', 'bankAccount', 'amountYuan', 'remark'];

/**
 * The orders as CSV (RFC 4180, UTF-8). The last row is `TOTAL`, their number, and what they come to, so that a file
 * that was cut off or changed shows.
 */
export function bankFile(orders: readonly BankOrder[]): string {
  const rows = orders.map(({ payoutId, payeeName, bankAccount, netFen }) => [
    ...[payoutId, payeeName, bankAccount, inYuan(netFen), `payout ${payoutId}`],
  ]);
  const sum = sumFen(orders.map(({ netFen }) => netFen));
  const total = ['TOTAL', String(orders.length), '', inYuan(sum), ''];
  return stringify([columns, ...rows, total], { escape_formulas: true });
}
