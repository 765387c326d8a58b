import { createHash } from 'node:crypto';
import { Type, type Static, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';
import { Problem } from '@chuanliu/problems/problem';
import { compileShape } from './validate';

/** The parameters that every list takes; spread them beside the list's own filters. */
export const pageParameters = {
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'Rows on the page' }),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000, description: 'nextCursor of the page before' })),
};

/** A list's query: its filters, `limit` and `cursor`. */
export function listQuery<P extends TProperties>(filters: P): TObject<P & typeof pageParameters> {
  return Type.Object({ ...filters, ...pageParameters }, { additionalProperties: false });
}

/** Covers the whole filtered list, so that a reader can prove to have pulled it all. */
export const Control = Type.Object(
  {
    count: Type.Integer({ minimum: 0 }),
    sumFen: Type.Integer({
      description:
        "Sum of the rows' main amount, in fen. Always exact: a list whose sum is beyond 2^53 is refused with 422 " +
        '`/problems/list-sum-too-large`, and can be read by parts',
    }),
    digest: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the ids in list order, each followed by \\n',
    }),
  },
  { additionalProperties: false },
);
export type Control = Static<typeof Control>;

/** The schema of a list's answer, for its description. */
export const listAnswerOf = <R extends TSchema>(row: R) =>
  Type.Object({ items: Type.Array(row), nextCursor: Type.Union([Type.String(), Type.Null()]), control: Control });

export interface ListAnswer<R> {
  items: R[];
  nextCursor: string | null;
  control: Control;
}

/** A keyset as an opaque text. */
export function encodeCursor(keyset: object): string {
  return Buffer.from(JSON.stringify(keyset), 'utf8').toString('base64url');
}

/**
 * Reads a cursor that a client handed back.
 *
 * @returns undefined for the first page, when none was given.
 * @throws Problem `malformed-cursor` (400) for a text that is not one of this list's cursors.
 */
export function decodeCursor<S extends TSchema>(keyset: S, cursor: string | undefined): Static<S> | undefined {
  if (cursor === undefined) return undefined;
  const value = jsonIn(cursor);
  if (!compileShape(keyset).fits(value)) {
    throw new Problem('malformed', 'malformed-cursor', 'The cursor is not one that this list gave', {
      errors: [{ pointer: '/cursor', problem: 'is not a cursor of this list' }],
    });
  }
  return value;
}

function jsonIn(cursor: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Hex SHA-256 of the ids in list order, each followed by a line feed. Takes a stream, or chunks of a stream, so that
 * a list of millions is never in memory at once.
 */
export async function digestOf(ids: Iterable<string> | AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  for await (const id of ids) hash.update(id).update('\n');
  return hash.digest('hex');
}

/**
 * Counts, sums and digests the whole filtered list in one pass, in list order.
 * @throws Problem `list-sum-too-large` (422) when the sum is beyond exact numbers: an amount is never told inexactly
 */
export async function controlOf(
  rows: Iterable<{ id: string; amountFen: number }> | AsyncIterable<{ id: string; amountFen: number }>,
): Promise<Control> {
  const hash = createHash('sha256');
  let count = 0;
  let sum = 0n; // Many rows of up to 10^13 fen may leave the safe integers before the end.
  for await (const { id, amountFen } of rows) {
    hash.update(id).update('\n');
    count += 1;
    sum += BigInt(amountFen);
  }
  return { count, sumFen: safeSum(sum), digest: hash.digest('hex') };
}

function safeSum(sum: bigint): number {
  const number = Number(sum);
  if (Number.isSafeInteger(number)) return number;
  throw new Problem('invalid', 'list-sum-too-large', 'The list’s sum is beyond what a number holds exactly', {
    detail: `It comes to ${sum} fen. The list’s filters let it be read by parts.`,
  });
}

/**
 * One page. Read one row more than `limit` from the database: that a row is left over says that another page exists.
 *
 * @param keysetOf what the next page starts after, of the last row shown.
 */
export function listAnswer<Row, Item>(
  rows: readonly Row[],
  {
    limit,
    keysetOf,
    itemOf,
    control,
  }: { limit: number; keysetOf: (row: Row) => object; itemOf: (row: Row) => Item; control: Control },
): ListAnswer<Item> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor(keysetOf(last)) : null;
  return { items: page.map(itemOf), nextCursor, control };
}
