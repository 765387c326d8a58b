import type { Reader } from './reader';

/** Longer lists make MariaDB build a table of them, and rows would be locked in that table's order. */
const LIST_AT_MOST = 500;

/**
 * Reads rows whose key stands in a list of any length.
 * @param sql its first parameter is the list: `… WHERE order_id IN (?)`
 */
export async function readInParts<T>(
  tx: Reader,
  sql: string,
  list: readonly unknown[],
  ...further: unknown[]
): Promise<T[]> {
  if (list.length <= LIST_AT_MOST) return list.length === 0 ? [] : tx.query<T>(sql, [list, ...further]);
  const rows: T[] = [];
  for (let start = 0; start < list.length; start += LIST_AT_MOST) {
    for (const row of await tx.query<T>(sql, [list.slice(start, start + LIST_AT_MOST), ...further])) rows.push(row);
  }
  return rows;
}
