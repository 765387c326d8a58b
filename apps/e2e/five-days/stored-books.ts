import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { SystemUnderTest } from '@chuanliu/testing/system-under-test';

/**
 * Begins a run or batch, waits until something of it is done, and then does this while nothing more of it can be: whoever
 * goes on with it waits for its row. It is looked for from before the beginning is answered: a short batch could be over
 * before the first look.
 * @returns what the beginning was answered
 * @throws when it was over before
 */
export async function inTheMiddle<T>(
  { namespace }: SystemUnderTest,
  begin: () => Promise<T>,
  act: () => Promise<void>,
): Promise<T> {
  const { servers } = namespace;
  const connection = await createConnection({ uri: servers.databaseUrl, database: namespace.schemaOf('settlement') });
  try {
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'); // Its locks keep no new row out.
    let isAnswered = false;
    const begun = begin().finally(() => (isAnswered = true));
    begun.catch(() => undefined); // Whoever awaits it below is told.
    for (; ; await sleep(1)) {
      const wasAnswered = isAnswered;
      await connection.beginTransaction();
      const rows: Array<RowDataPacket & { done: number }> = [];
      for (const held of [
        `SELECT orders_done AS done FROM settlement_run WHERE phase <> 'done' FOR UPDATE`,
        `SELECT parties AS done FROM payout_batch WHERE state = 'running' FOR UPDATE`,
      ])
        rows.push(...(await connection.query<typeof rows>(held))[0]);
      if (rows.some(({ done }) => done > 0)) {
        const answer = await begun;
        await act();
        return answer;
      }
      await connection.rollback();
      if (rows.length > 0 || !wasAnswered) continue;
      await begun;
      throw new Error('it was over before');
    }
  } finally {
    await connection.end(); // Lets go of the row.
  }
}

/** Moves one fen from one party to another in a posting of the middle of the month: it still balances. @returns its id */
export async function tamper({ namespace }: SystemUnderTest): Promise<string> {
  const connection = await createConnection({
    ...{ uri: namespace.servers.databaseUrl, database: namespace.schemaOf('settlement') },
    ...{ supportBigNumbers: true, bigNumberStrings: true },
  });
  try {
    const [[row]] = await connection.query<Array<RowDataPacket & { id: string; one: number; other: number }>>(
      `SELECT posting_id AS id, MIN(account_id) AS one, MAX(account_id) AS other FROM posting_entry
       WHERE posting_id IN (SELECT posting_id FROM posting WHERE cause = 'paid')
       GROUP BY posting_id HAVING COUNT(DISTINCT account_id) > 2 ORDER BY posting_id LIMIT 1`,
    );
    const change = 'UPDATE posting_entry SET amount_fen = amount_fen + ? WHERE posting_id = ? AND account_id = ?';
    await connection.query(change, [1, row!.id, row!.one]);
    await connection.query(change, [-1, row!.id, row!.other]);
    return row!.id;
  } finally {
    await connection.end();
  }
}
