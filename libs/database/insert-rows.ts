import { escape, raw } from 'mysql2';
import type { Tx } from './tx';

const ROWS_A_STATEMENT = 1_000;
/** Three bytes each at most: far below what servers accept in one packet (16 MiB). */
const CHARACTERS_A_STATEMENT = 2 * 1024 * 1024;

/**
 * Inserts rows by multi-row statements (up to 1,000 rows or 2 Mi characters each).
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
  for (const values of valuesOfStatements(rows)) affected += (await tx.execute(sql, [raw(values)])).affectedRows;
  return affected;
}

/** `a = VALUES(a), b = VALUES(b)`: on a known key, take the new values of these columns. */
export const takeNew = (...columns: string[]): string =>
  columns.map(column => `${column} = VALUES(${column})`).join(', ');

/** What follows VALUES, a statement at a time. */
function* valuesOfStatements(rows: readonly (readonly unknown[])[]): Generator<string> {
  let values = '';
  let count = 0;
  for (const row of rows) {
    const one = valuesOf(row);
    if (count === ROWS_A_STATEMENT || (count > 0 && values.length + one.length > CHARACTERS_A_STATEMENT)) {
      yield values;
      values = '';
      count = 0;
    }
    values += count === 0 ? one : `, ${one}`;
    count += 1;
  }
  if (count > 0) yield values;
}

/** `(1, 'a', NULL)` */
function valuesOf(row: readonly unknown[]): string {
  let values = '';
  for (const value of row) values += values === '' ? literal(value) : `, ${literal(value)}`;
  return `(${values})`;
}

/** Whatever a text between single quotes could need an escape for, in any SQL mode. */
const MAY_NEED_ESCAPE = /[\0-\x1f'\\]/;

/**
 * A value as the driver writes it, except that double quotes are left alone: the driver escapes each of them, which of
 * events and other JSON costs as much as all else that a statement does here.
 */
function literal(value: unknown): string {
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'string' && !MAY_NEED_ESCAPE.test(value)) return `'${value}'`;
  if (Buffer.isBuffer(value)) return `X'${value.toString('hex')}'`;
  return escape(value as Parameters<typeof escape>[0], true, 'Z');
}
