import type { Database } from '@chuanliu/database/database';
import { checkAdjustments } from './check-adjustments';
import { checkAuditLog } from './check-audit-log';
import { checkPayouts } from './check-payouts';
import { checkPostings } from './check-postings';
import { checkRebates } from './check-rebates';
import { checkStatements } from './check-statements';
import type { CheckResult } from './difference';
import { SealsToCheck, type NotedSeals } from './seals-to-check';

/**
 * Proves the whole ledger anew from its postings, as it was at one instant, while the service goes on writing. Reads every
 * row once or twice and writes none; the memory that it takes does not grow with the ledger.
 *
 * @param noted seals that somebody kept elsewhere: they must still be those of the books
 * @returns what was looked at, and of each check the first row that disagrees
 */
export function verifyLedger(database: Database, noted: NotedSeals = new Map()): Promise<CheckResult[]> {
  return database.snapshot(async tx => {
    const query: typeof tx.query = (sql, parameters) => tx.query(sql, parameters);
    const seals = await SealsToCheck.read(query, noted);
    return [
      ...(await orUnreadable('Postings', () => checkPostings(query, seals))),
      ...(await orUnreadable('Statements', async () => [await checkStatements(query)])),
      ...(await orUnreadable('By hand', async () => [await checkAdjustments(query)])),
      ...(await orUnreadable('Rebates', async () => [await checkRebates(query)])),
      ...(await orUnreadable('Payouts', async () => [await checkPayouts(query)])),
      ...(await orUnreadable('Audit log', async () => [await checkAuditLog(query)])),
    ];
  });
}

/** A row that holds what can be no amount, or no text of facts, ends its check: that is a fault of the books as well. */
async function orUnreadable(name: string, check: () => Promise<CheckResult[]>): Promise<CheckResult[]> {
  try {
    return await check();
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    const difference = { table: name, row: 'one of them', what: 'can be read', expected: 'true', found: fault.message };
    return [{ name, looked: 'not all of it can be read', difference }];
  }
}
