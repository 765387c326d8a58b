import { fen, type Fen } from '@chuanliu/money/fen';
import type { Read } from './read';

/** Debits less credits of an account over all days; 0 for one that never moved. */
export async function balanceOfAccount(read: Read, account: string): Promise<Fen> {
  const [row] = await read<{ balance_fen: number | null }>(
    `SELECT CAST(SUM(d.debit_fen - d.credit_fen) AS SIGNED) AS balance_fen
     FROM account a JOIN account_day d ON d.account_id = a.account_id WHERE a.name = ?`,
    [account],
  );
  return fen(row?.balance_fen ?? 0);
}
