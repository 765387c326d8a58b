import type { BusinessDate } from '@chuanliu/contracts/instants';
import { toColumn } from '@chuanliu/database/instant';
import { insertRows } from '@chuanliu/database/insert-rows';
import type { Tx } from '@chuanliu/database/tx';
import type { MovementKind } from '../domain/movement';
import type { MovementSums, StatementSums } from '../domain/statement';
import { inLists } from './order-id';
import { STATEMENT_SUMS, toSumsRow } from './statement-sums';

type Reads = Pick<Tx, 'query'>;

/** A party's statement, as a run makes it. */
export interface NewStatement extends StatementSums {
  /** The party's `available`, and the `pending` that its lines were settled from. */
  accountId: number;
  pendingAccountId: number | null;
  party: { kind: string; id: string };
  lineCount: number;
}

export async function addStatements(
  tx: Tx,
  { runId, businessDate, madeAt }: { runId: string; businessDate: BusinessDate; madeAt: string },
  statements: readonly NewStatement[],
): Promise<void> {
  await insertRows(
    tx,
    'statement',
    [
      'statement_id',
      'run_id',
      'business_date',
      'account_id',
      'pending_account_id',
      'party_kind',
      'party_id',
      'line_count',
      ...STATEMENT_SUMS,
      'made_at',
    ],
    statements.map(one => [
      `st-${businessDate}-${one.accountId}`,
      runId,
      businessDate,
      one.accountId,
      one.pendingAccountId,
      one.party.kind,
      one.party.id,
      one.lineCount,
      ...toSumsRow(one),
      toColumn(madeAt),
    ]),
  );
}

/** What statements would be, for a dry run. */
export async function addPreviews(
  tx: Tx,
  runId: string,
  statements: ReadonlyArray<Omit<NewStatement, 'accountId' | 'pendingAccountId'>>,
): Promise<void> {
  await insertRows(
    tx,
    'statement_preview',
    ['run_id', 'party_kind', 'party_id', 'line_count', ...STATEMENT_SUMS],
    statements.map(one => [runId, one.party.kind, one.party.id, one.lineCount, ...toSumsRow(one)]),
  );
}

/** The closing of each account's last statement; accounts that never had one are missing. */
export async function lastClosings(reads: Reads, accountIds: readonly number[]): Promise<Map<number, number>> {
  const closings = new Map<number, number>();
  for (const some of inLists(accountIds)) {
    const rows = await reads.query<{ account_id: number; closing_fen: number }>(
      `SELECT s.account_id, s.closing_fen FROM statement s
       JOIN (SELECT account_id, MAX(business_date) AS day FROM statement WHERE account_id IN (?) GROUP BY account_id) last
         ON last.account_id = s.account_id AND last.day = s.business_date`,
      [some],
    );
    for (const row of rows) closings.set(row.account_id, row.closing_fen);
  }
  return closings;
}

/** Movements by account and kind. @param runId the run whose statements hold them; empty: those that none holds yet */
export async function movementSums(reads: Reads, runId: string): Promise<Map<number, MovementSums>> {
  const rows = await reads.query<{ account_id: number; kind: MovementKind; fen: number }>(
    `SELECT account_id, kind, CAST(SUM(amount_fen) AS SIGNED) AS fen FROM available_movement
     WHERE run_id = ? GROUP BY account_id, kind`,
    [runId],
  );
  const sums = new Map<number, MovementSums>();
  for (const row of rows) {
    const ofAccount = sums.get(row.account_id) ?? {};
    ofAccount[row.kind] = row.fen;
    sums.set(row.account_id, ofAccount);
  }
  return sums;
}

/** What accounts hold besides movements that no statement holds yet, credit positive: each read at one instant. */
export async function availableInStatements(reads: Reads, accountIds: readonly number[]): Promise<Map<number, number>> {
  const held = new Map<number, number>();
  for (const some of inLists(accountIds)) {
    const rows = await reads.query<{ account_id: number; fen: number }>(
      `SELECT account_id, CAST(SUM(fen) AS SIGNED) AS fen FROM (
         SELECT account_id, credit_fen - debit_fen AS fen FROM account_day WHERE account_id IN (?)
         UNION ALL
         SELECT account_id, -amount_fen AS fen FROM available_movement WHERE account_id IN (?) AND run_id = ''
       ) AS part GROUP BY account_id`,
      [some, some],
    );
    for (const row of rows) held.set(row.account_id, row.fen);
  }
  return held;
}

export async function namesOfAccounts(reads: Reads, accountIds: readonly number[]): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const some of inLists(accountIds)) {
    const rows = await reads.query<{ account_id: number; name: string }>(
      'SELECT account_id, name FROM account WHERE account_id IN (?)',
      [some],
    );
    for (const row of rows) names.set(row.account_id, row.name);
  }
  return names;
}
