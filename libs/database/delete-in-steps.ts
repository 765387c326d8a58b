import type { Database } from './database';

/** A deletion of millions of rows would hold their locks for minutes. */
const ROWS_A_STEP = 5_000;

/**
 * Deletes rows some thousand at a time, each time in a transaction of its own.
 * @param what table and condition, `inbox WHERE event_id < ?`; never text that came from outside
 * @returns how many rows went
 */
export async function deleteInSteps(
  database: Pick<Database, 'write'>,
  what: string,
  parameters: unknown[],
): Promise<number> {
  for (let gone = 0; ;) {
    const { affectedRows } = await database.write(`DELETE FROM ${what} LIMIT ${ROWS_A_STEP}`, parameters);
    gone += affectedRows;
    if (affectedRows < ROWS_A_STEP) return gone;
  }
}
