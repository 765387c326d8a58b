import type { Database } from '@chuanliu/database/database';

/**
 * Everything that is wrong with the books themselves, in words; nothing when they are sound: every posting balances,
 * and the days' sums are the sums of the entries. Reads the whole ledger.
 */
export async function faultsOfLedger(database: Database): Promise<string[]> {
  const unbalanced = await database.read<{ posting_id: number; total_fen: number }>(
    `SELECT posting_id, CAST(SUM(amount_fen) AS SIGNED) AS total_fen FROM posting_entry
     GROUP BY posting_id HAVING SUM(amount_fen) <> 0`,
  );
  const homeless = await database.read<{ posting_id: number }>(
    `SELECT e.posting_id FROM posting_entry e LEFT JOIN posting p ON p.posting_id = e.posting_id
     WHERE p.posting_id IS NULL`,
  );
  const movements = `
    SELECT e.account_id, p.booked_on, SUM(GREATEST(e.amount_fen, 0)) AS debit_fen, SUM(GREATEST(-e.amount_fen, 0)) AS credit_fen
    FROM posting_entry e JOIN posting p ON p.posting_id = e.posting_id GROUP BY e.account_id, p.booked_on`;
  const wrongSums = await database.read<{ account_id: number; booked_on: string }>(
    `SELECT m.account_id, m.booked_on FROM (${movements}) m
     LEFT JOIN account_day d ON d.account_id = m.account_id AND d.booked_on = m.booked_on
     WHERE d.account_id IS NULL OR d.debit_fen <> m.debit_fen OR d.credit_fen <> m.credit_fen
     UNION ALL
     SELECT d.account_id, d.booked_on FROM account_day d
     LEFT JOIN (${movements}) m ON m.account_id = d.account_id AND m.booked_on = d.booked_on
     WHERE m.account_id IS NULL`,
  );
  return [
    ...unbalanced.map(row => `posting ${row.posting_id} is out of balance by ${row.total_fen} fen`),
    ...homeless.map(row => `an entry belongs to posting ${row.posting_id}, which is not there`),
    ...wrongSums.map(row => `the sums of account ${row.account_id} on ${row.booked_on} are not those of its entries`),
  ];
}
