import type { Connection, RowDataPacket } from 'mysql2/promise';
import { dayAfter, businessDayOf, type BusinessDate } from '@chuanliu/contracts/instants';
import { Database } from '@chuanliu/database/database';
import { verifyLedger } from '../../../apps/settlement/src/verify-ledger/verify-ledger';
import type { Servers } from '../../subject';
import type { Parties } from '../data/parties';
import type { SettlementBenchOptions } from '../options';
import type { SettlementProcess } from '../settlement-process';

/** What the cases work with that ask one settlement process alone. */
export interface Stage {
  options: SettlementBenchOptions;
  servers: Servers;
  settlement: SettlementProcess;
  parties: Parties;
  /** The day that is settled. */
  day: BusinessDate;
}

/** The last business day that is over, or so many before it. */
export const dayOver = (before = 0): BusinessDate => dayAfter(businessDayOf(new Date().toISOString()), -1 - before);

/** Of larger books it would take longer than what is measured. */
const PROVED_LINES = 100_000;

/** @throws unless all entries sum to zero, and, of books that are not large, unless they are proved row by row */
export async function proveBooks({ servers, settlement, options }: Stage): Promise<void> {
  const imbalance = await numberOf(settlement.connection, 'SELECT SUM(amount_fen) AS n FROM posting_entry');
  if (imbalance !== 0) throw new Error(`the ledger is ${imbalance} fen out of balance`);
  if (options.lines > PROVED_LINES) return;
  const database = await Database.openExisting({ url: servers.databaseUrl, schema: settlement.schema, poolSize: 1 });
  try {
    const wrong = (await verifyLedger(database)).find(({ difference }) => difference !== null);
    if (wrong) throw new Error(`the books do not agree: ${JSON.stringify(wrong.difference)}`);
  } finally {
    await database.close();
  }
}

/** The answer to a question that has one row with one number, `n`. */
export async function numberOf(connection: Connection, sql: string, parameters: unknown[] = []): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(sql, parameters);
  return Number((rows as Array<{ n: number | string }>)[0]?.n);
}

/** What the whole server did so far. */
export async function serverCounters(connection: Connection): Promise<Record<'Questions' | 'Handler_write', number>> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Handler_write')`,
  );
  const found = rows as Array<{ Variable_name: string; Value: string }>;
  const value = (name: string) => Number(found.find(row => row.Variable_name === name)?.Value);
  return { Questions: value('Questions'), Handler_write: value('Handler_write') };
}

/** What was settled, to be compared: rows and sums of what parties get, and statements. */
export async function outcomeOf(connection: Connection, runId: string) {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM statement_line WHERE run_id = ?) AS shares,
       (SELECT CAST(SUM(amount_fen) AS SIGNED) FROM statement_line WHERE run_id = ?) AS sharesFen,
       (SELECT COUNT(*) FROM statement WHERE run_id = ?) AS statements,
       (SELECT CAST(SUM(closing_fen) AS SIGNED) FROM statement WHERE run_id = ?) AS closingFen,
       (SELECT CAST(SUM(d.credit_fen - d.debit_fen) AS SIGNED) FROM account_day d JOIN account a USING (account_id)
        WHERE a.name LIKE '%:available') AS availableFen,
       (SELECT COUNT(*) FROM ledger_line WHERE settled_run = ?) AS settledLines,
       (SELECT COUNT(*) FROM day_seal) AS sealedDays`,
    Array.from({ length: 5 }, () => runId),
  );
  return rows[0] as Record<string, number>;
}
