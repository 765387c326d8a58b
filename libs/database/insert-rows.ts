import type { Tx } from './tx';

const ROWS_A_STATEMENT = 1_000;

/**
 * Inserts rows by multi-row statements (up to 1,000 rows each).
 * @param onDuplicate `a = VALUES(a), …`: what happens to a row whose key exists
 * @param ignore leave rows whose key exists as they are
 * @returns affected rows, as the server counts them
 */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  options: { onDuplicate?: string; ignore?: boolean } = {},
): Promise<number> {
  const head = `INSERT ${options.ignore ? 'IGNORE ' : ''}INTO ${table} (${columns.join(', ')}) VALUES ?`;
  const sql = options.onDuplicate ? `${head} ON DUPLICATE KEY UPDATE ${options.onDuplicate}` : head;
  let affected = 0;
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    affected += (await tx.execute(sql, [rows.slice(start, start + ROWS_A_STATEMENT)])).affectedRows;
  }
  return affected;
}

/** `a = VALUES(a), b = VALUES(b)`: on a known key, take the new values of these columns. */
export const takeNew = (...columns: string[]): string =>
  columns.map(column => `${column} = VALUES(${column})`).join(', ');
