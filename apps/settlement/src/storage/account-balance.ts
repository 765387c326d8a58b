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

/** Of an account `a`: it is what a party may withdraw. A campaign's id may end in anything, a colon and this word too. */
export const IS_AVAILABLE = `a.name LIKE 'liability:%:available' AND a.name NOT LIKE 'liability:campaign-budget:%'`;
