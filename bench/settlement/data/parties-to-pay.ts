import type { Connection } from 'mysql2/promise';
import type { BusinessDate } from '@chuanliu/contracts/instants';
import { accountsOf, type Parties } from './parties';

/** What each party may withdraw, in fen: persons of this income are taxed. */
export const AVAILABLE_FEN = 1_000_000;

/**
 * Gives every party whose accounts are open something to withdraw, by a posting of its own, and an account to pay it to.
 * Promoters and recruiters are persons; every recruiter shows the document of a promoter as well.
 */
export async function makePayable(connection: Connection, parties: Parties, day: BusinessDate): Promise<void> {
  for (const { kind, first, count } of accountsOf(parties)) {
    const available = `account_id BETWEEN ${first} AND ${first + 2 * count} AND name LIKE 'liability:${kind}:%:available'`;
    for (const sql of [
      `INSERT INTO posting (posting_id, occurred_at, booked_on, cause, reference)
       SELECT account_id, '${day} 04:00:00', '${day}', 'settlement', 'bench' FROM account WHERE ${available}`,
      `INSERT INTO posting_entry (posting_id, entry_no, account_id, amount_fen)
       SELECT account_id, 1, account_id - 1, ${AVAILABLE_FEN} FROM account WHERE ${available}
       UNION ALL SELECT account_id, 2, account_id, -${AVAILABLE_FEN} FROM account WHERE ${available}`,
      `INSERT INTO account_day (account_id, booked_on, debit_fen, credit_fen)
       SELECT account_id - 1, '${day}', ${AVAILABLE_FEN}, 0 FROM account WHERE ${available}
       UNION ALL SELECT account_id, '${day}', 0, ${AVAILABLE_FEN} FROM account WHERE ${available}`,
      `INSERT INTO payee (party_kind, party_id, payee_name, sealed_account, account_ending, verified,
         id_type, sealed_id_number, id_number_ending, person_key, revision)
       SELECT '${kind}', party_id, party_id, 'open.eA==', 'x', 1, 'other', 'open.eA==', 'x', SHA2(n, 256), 1
       FROM (SELECT SUBSTRING_INDEX(SUBSTRING(name, ${`liability:${kind}:`.length + 1}), ':', 1) AS party_id,
               (account_id - ${first}) DIV 2 AS n FROM account WHERE ${available}) AS party`,
      ...(kind === 'promoter' || kind === 'recruiter'
        ? [
            `INSERT INTO legal_kind (party_kind, party_id, effective_from, kind, revision)
             SELECT party_kind, party_id, '1000-01-01', 'person', 1 FROM payee WHERE party_kind = '${kind}'`,
          ]
        : []),
    ])
      await connection.query(sql);
  }
  await connection.query('ANALYZE TABLE account, account_day, posting, posting_entry, payee, legal_kind');
}
