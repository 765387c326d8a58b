import type { Database } from '@chuanliu/database/database';
import { IS_AVAILABLE } from './account-balance';

/**
 * Everything that is wrong with statements against the books, in words; nothing when they are sound. Statements chain, add
 * up, and hold what was settled and moved; what no statement holds yet is the rest of each `available`. Reads everything.
 */
export async function faultsOfStatements(database: Database): Promise<string[]> {
  const faults: string[] = [];
  for (const [words, sql] of checks) {
    const rows = await database.read<{ what: string }>(sql);
    faults.push(...rows.map(({ what }) => words.replace('{}', what)));
  }
  return faults;
}

const movementsOf = (kind: string) =>
  `COALESCE((SELECT SUM(m.amount_fen) FROM available_movement m
    WHERE m.run_id = s.run_id AND m.account_id = s.account_id AND m.kind = '${kind}'), 0)`;

const checks: ReadonlyArray<readonly [words: string, sql: string]> = [
  [
    'statement {} does not open with the closing of the one before',
    `SELECT s.statement_id AS what FROM statement s
     LEFT JOIN statement b ON b.account_id = s.account_id AND b.business_date =
       (SELECT MAX(x.business_date) FROM statement x WHERE x.account_id = s.account_id AND x.business_date < s.business_date)
     WHERE s.opening_fen <> COALESCE(b.closing_fen, 0)`,
  ],
  [
    'statement {} does not add up',
    `SELECT statement_id AS what FROM statement WHERE closing_fen <> opening_fen + lines_fen + adjustments_fen +
       rebates_fen + bonuses_fen + manual_fen - payouts_fen + failed_payouts_fen`,
  ],
  [
    'the sums of statement {} are not those of its lines and movements',
    `SELECT s.statement_id AS what FROM statement s WHERE
       s.lines_fen <> COALESCE((SELECT SUM(l.amount_fen) FROM statement_line l
         WHERE l.run_id = s.run_id AND l.account_id = s.pending_account_id), 0)
       OR s.adjustments_fen <> ${movementsOf('adjustment')} OR s.rebates_fen <> ${movementsOf('rebate')}
       OR s.bonuses_fen <> ${movementsOf('bonus')} OR s.manual_fen <> ${movementsOf('manual')}
       OR -s.payouts_fen <> ${movementsOf('payout')} OR s.failed_payouts_fen <> ${movementsOf('failed-payout')}`,
  ],
  [
    'statement {} is not what its run posted',
    `SELECT s.statement_id AS what FROM statement s WHERE -s.lines_fen <> COALESCE((SELECT SUM(e.amount_fen)
       FROM posting p JOIN posting_entry e ON e.posting_id = p.posting_id
       WHERE p.reference = s.run_id AND p.cause = 'settlement' AND e.account_id = s.account_id), 0)`,
  ],
  [
    'account {} holds something else than its statements and what none of them holds yet',
    `SELECT CAST(a.account_id AS CHAR) AS what FROM account a WHERE ${IS_AVAILABLE} AND
       COALESCE((SELECT SUM(d.credit_fen - d.debit_fen) FROM account_day d WHERE d.account_id = a.account_id), 0) <>
       COALESCE((SELECT s.closing_fen FROM statement s WHERE s.account_id = a.account_id
         ORDER BY s.business_date DESC LIMIT 1), 0) +
       COALESCE((SELECT SUM(m.amount_fen) FROM available_movement m WHERE m.account_id = a.account_id AND (m.run_id = ''
         OR m.run_id IN (SELECT r.run_id FROM settlement_run r WHERE r.phase IN ('settling', 'posting')))), 0)`,
  ],
  [
    'an entry of posting {} moved what may be withdrawn, and no movement says so',
    `SELECT CAST(e.posting_id AS CHAR) AS what FROM posting_entry e
     JOIN posting p ON p.posting_id = e.posting_id AND p.cause <> 'settlement'
     JOIN account a ON a.account_id = e.account_id AND ${IS_AVAILABLE}
     LEFT JOIN available_movement m ON m.posting_id = e.posting_id AND m.entry_no = e.entry_no
     WHERE m.posting_id IS NULL OR m.amount_fen <> -e.amount_fen OR m.account_id <> e.account_id`,
  ],
  [
    'line {} was settled more than once, or by another run than it says',
    `SELECT CONCAT(l.channel_id, '/', l.order_id, '/', l.line_no) AS what FROM ledger_line l
     WHERE EXISTS (SELECT 1 FROM statement_line s WHERE s.order_id = l.order_id AND s.channel_id = l.channel_id
       AND s.line_no = l.line_no AND s.run_id <> COALESCE(l.settled_run, ''))`,
  ],
  [
    'what was settled of line {} is not what was pending of it',
    `SELECT CONCAT(t.channel_id, '/', t.order_id, '/', t.line_no, ' ', t.share) AS what FROM (
       SELECT p.channel_id, p.order_id, p.line_no, e.account_id, e.share, -SUM(e.amount_fen) AS fen
       FROM ledger_line l
       JOIN posting p ON p.order_id = l.order_id AND p.channel_id = l.channel_id AND p.line_no = l.line_no
       JOIN posting_entry e ON e.posting_id = p.posting_id
       JOIN account a ON a.account_id = e.account_id AND a.name LIKE 'liability:%:pending'
       WHERE l.settled_run IS NOT NULL AND e.share <> 'freight'
       GROUP BY p.channel_id, p.order_id, p.line_no, e.account_id, e.share
     ) AS t LEFT JOIN statement_line s ON s.order_id = t.order_id AND s.channel_id = t.channel_id
       AND s.line_no = t.line_no AND s.account_id = t.account_id AND s.share = t.share
     WHERE t.fen <> COALESCE(s.amount_fen, 0)`,
  ],
];
