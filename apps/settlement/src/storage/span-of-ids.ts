import type { Read } from './read';

/** A condition of one column, and its value. */
export type Condition = readonly [condition: string, value: unknown];

/** Those that have a value, as they follow another condition. */
export const given = (...conditions: Condition[]): Condition[] => conditions.filter(([, value]) => value !== undefined);
export const andAll = (conditions: readonly Condition[]) => conditions.map(([one]) => ` AND ${one}`).join('');
export const valuesOf = (conditions: readonly Condition[]) => conditions.map(([, value]) => value);

/**
 * Between which ids the rows of a span of time lie, as conditions on the id; a key of (instant, id) finds them.
 *
 * For the first page of a list in the order of its ids a database likes to read the list from its beginning: what is new
 * stands at its end, and everything older would be read before it.
 * @param inTime what limits the span; without any it is the whole list, and there are no conditions
 * @returns null where no row lies in it
 */
export async function spanOfIds(
  read: Read,
  { table, id }: { table: string; id: string },
  inTime: readonly Condition[],
): Promise<Condition[] | null> {
  if (inTime.length === 0) return [];
  const [span] = await read<{ first: unknown; last: unknown }>(
    `SELECT MIN(${id}) AS first, MAX(${id}) AS last FROM ${table} WHERE TRUE${andAll(inTime)}`,
    valuesOf(inTime),
  );
  const { first, last } = span!;
  if (first === null) return null;
  return [
    [`${id} >= ?`, first],
    [`${id} <= ?`, last],
  ];
}
