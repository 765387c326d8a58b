import type { Tx } from './tx';

const ROWS_A_STATEMENT = 1_000;
/** Far below what servers accept in one packet (16 MiB), escaping included. */
const BYTES_A_STATEMENT = 2 * 1024 * 1024;

/**
 * Inserts rows by multi-row statements (up to 1,000 rows or 2 MiB each).
 * @param onDuplicate `a = VALUES(a), …`: what happens to a row whose key exists
 * @param ignore leave rows whose key exists as they are
 * @returns affected rows, as the server counts them
 */
export async function insertRows(
  tx: Pick<Tx, 'execute'>,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  options: { onDuplicate?: string; ignore?: boolean } = {},
): Promise<number> {
  const head = `INSERT ${options.ignore ? 'IGNORE ' : ''}INTO ${table} (${columns.join(', ')}) VALUES ?`;
  const sql = options.onDuplicate ? `${head} ON DUPLICATE KEY UPDATE ${options.onDuplicate}` : head;
  let affected = 0;
  for (const part of inStatements(rows)) affected += (await tx.execute(sql, [part])).affectedRows;
  return affected;
}

/** `a = VALUES(a), b = VALUES(b)`: on a known key, take the new values of these columns. */
export const takeNew = (...columns: string[]): string =>
  columns.map(column => `${column} = VALUES(${column})`).join(', ');

function inStatements<R extends readonly unknown[]>(rows: readonly R[]): R[][] {
  const parts: R[][] = [];
  let part: R[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = bytesOf(row);
    if (part.length === ROWS_A_STATEMENT || (part.length > 0 && bytes + size > BYTES_A_STATEMENT)) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(row);
    bytes += size;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** About how much a row adds to a statement. */
function bytesOf(row: readonly unknown[]): number {
  let bytes = 0;
  for (const value of row) bytes += typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 8;
  return bytes;
}
