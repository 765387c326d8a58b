import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { SystemUnderTest } from '@chuanliu/testing/system-under-test';

/** Runs and batches that are not done, as the database has them. */
export async function underWay({ namespace }: SystemUnderTest): Promise<number> {
  const connection = await createConnection(namespace.servers.databaseUrl);
  try {
    const schema = namespace.schemaOf('settlement');
    const [[row]] = await connection.query<Array<RowDataPacket & { n: number }>>(
      `SELECT (SELECT COUNT(*) FROM ??.settlement_run WHERE phase <> 'done')
         + (SELECT COUNT(*) FROM ??.payout_batch WHERE state = 'running') AS n`,
      [schema, schema],
    );
    return row!.n;
  } finally {
    await connection.end();
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
