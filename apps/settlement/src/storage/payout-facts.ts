import type { UtcInstant } from '@chuanliu/contracts/instants';
import { valueInForce } from '@chuanliu/dated-facts/versions';
import { fromColumn, toColumn } from '@chuanliu/database/instant';
import type { Tx } from '@chuanliu/database/tx';
import { fen } from '@chuanliu/money/fen';
import { accounts } from '../domain/accounts';
import type { PaidMonth } from '../domain/income-tax';
import type { Party } from '../domain/party';
import { taxMonthOf, type PayoutFacts } from '../domain/payout';
import { isPersonAt } from './legal-kinds';
import { payeeOf, type Payee } from './payees';
import { versionsOfPolicy } from './policy-versions';

/** The smallest payout where no policy says another. */
export const DEFAULT_MIN_PAYOUT_FEN = 100;

/** Everything that decides on a payout. The caller holds the party's payouts and the books' state. */
export async function payoutFactsOf(
  tx: Tx,
  party: Party,
  sentAt: UtcInstant,
): Promise<PayoutFacts & { payee: Payee | null }> {
  const read: Tx['query'] = (sql, parameters) => tx.query(sql, parameters);
  const isPerson = await isPersonAt(read, party, sentAt);
  const policy = await versionsOfPolicy(tx, 'settlement');
  return {
    isPerson,
    isSuspended: await isSuspendedAt(tx, party, sentAt),
    payee: await payeeOf(read, party),
    minPayoutFen: valueInForce(policy, 'minPayoutFen', sentAt, DEFAULT_MIN_PAYOUT_FEN),
    availableFen: await availableOf(tx, party),
    ...(isPerson ? await paidInYearOf(tx, party, sentAt) : { paid: [], lastSentAt: null }),
  };
}

async function isSuspendedAt(tx: Tx, { kind, id }: Party, at: UtcInstant): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM suspension WHERE party_kind = ? AND party_id = ?
       AND holds_from <= ? AND (holds_to IS NULL OR holds_to > ?) LIMIT 1`,
    [kind, id, toColumn(at), toColumn(at)],
  );
  return rows.length > 0;
}

async function availableOf(tx: Tx, { kind, id }: Party): Promise<number> {
  const [row] = await tx.query<{ available_fen: number }>(
    `SELECT CAST(COALESCE(SUM(d.credit_fen - d.debit_fen), 0) AS SIGNED) AS available_fen
     FROM account a JOIN account_day d ON d.account_id = a.account_id WHERE a.name = ?`,
    [accounts.available(kind, id)],
  );
  return fen(row!.available_fen);
}

/** What the person was paid in the tax year of the instant, month by month; failed payouts are none. */
async function paidInYearOf(
  tx: Tx,
  { kind, id }: Party,
  at: UtcInstant,
): Promise<{ paid: PaidMonth[]; lastSentAt: UtcInstant | null }> {
  const year = taxMonthOf(at).slice(0, 4);
  const rows = await tx.query<{ tax_month: string; gross_fen: number; tax_fen: number; last_sent_at: string }>(
    `SELECT tax_month, CAST(SUM(gross_fen) AS SIGNED) AS gross_fen, CAST(SUM(tax_fen) AS SIGNED) AS tax_fen,
       MAX(sent_at) AS last_sent_at
     FROM payout WHERE party_kind = ? AND party_id = ? AND tax_month BETWEEN ? AND ? AND state <> 'failed'
     GROUP BY tax_month ORDER BY tax_month`,
    [kind, id, `${year}-01`, `${year}-12`],
  );
  return {
    paid: rows.map(row => ({
      month: row.tax_month,
      incomeFen: fen(row.gross_fen),
      withheldFen: fen(row.tax_fen),
    })),
    lastSentAt: fromColumn(rows.at(-1)?.last_sent_at ?? null),
  };
}
