import fc from 'fast-check';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { Database } from './database';
import { insertRows, takeNew } from './insert-rows';

const namespace = uniqueNamespace();
let database: Database;
beforeAll(async () => {
  const up = `CREATE TABLE IF NOT EXISTS thing (
    id INT NOT NULL PRIMARY KEY, words MEDIUMTEXT NULL, bytes BLOB NULL, amount BIGINT NULL, yes BOOLEAN NULL)`;
  database = await Database.open({
    ...{ url: namespace.servers.databaseUrl, schema: namespace.schemaOf('database') },
    migrations: [{ at: 1763800000001, name: 'add-thing', up }],
  });
});
afterAll(async () => {
  await database.close();
  await dropNamespace(namespace);
});

const COLUMNS = ['id', 'words', 'bytes', 'amount', 'yes'];
const insert = (rows: readonly unknown[][]) =>
  database.transaction(async tx => {
    await tx.execute('DELETE FROM thing');
    return insertRows(tx, 'thing', COLUMNS, rows);
  });
const stored = () => database.read<Record<string, unknown>>('SELECT * FROM thing ORDER BY id');

it('keeps every text, every byte and every amount as it is', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom("'", '"', '\\', '`', '?', '%', '_', '\0', '\b', '\t', '\n', '\r', '\x1a', '中'),
    }),
    fc.json(),
  );
  const row = fc.record({
    words: fc.option(words),
    bytes: fc.option(fc.uint8Array({ maxLength: 40 }).map(array => Buffer.from(array))),
    amount: fc.option(fc.maxSafeInteger()),
    yes: fc.option(fc.boolean()),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async rows => {
      expect(await insert(rows.map(({ words, bytes, amount, yes }, id) => [id, words, bytes, amount, yes]))).toBe(
        rows.length,
      );
      const expected = rows.map(({ yes, ...values }, id) => ({
        id,
        ...values,
        yes: yes === null ? null : Number(yes),
      }));
      expect(await stored()).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

it('writes a NULL for what is left undefined', async () => {
  await insert([[1, undefined, undefined, undefined, undefined]]);
  expect(await stored()).toEqual([{ id: 1, words: null, bytes: null, amount: null, yes: null }]);
});

it('puts as many rows into a statement as a server takes', async () => {
  const statements: number[] = [];
  const counting = {
    execute: (sql: string, parameters?: unknown[]) => {
      statements.push(sql.length);
      return database.write(sql, parameters);
    },
  };
  await database.write('DELETE FROM thing');
  const of = (count: number, length: number) =>
    Array.from({ length: count }, (_, id) => [id, "'中".repeat(length / 2), null, id, true]);
  expect(await insertRows(counting, 'thing', COLUMNS, of(2_500, 2))).toBe(2_500);
  expect(statements).toHaveLength(3);

  await insertRows(counting, 'thing', COLUMNS, of(9, 1_000_000), { onDuplicate: takeNew('words') });
  expect(statements).toHaveLength(3 + 9);
  expect(await database.read('SELECT COUNT(*) AS n, SUM(CHAR_LENGTH(words)) AS c FROM thing')).toEqual([
    { n: 2_500, c: String(9_000_000 + 2_491 * 2) },
  ]);
  expect(await insertRows(counting, 'thing', COLUMNS, [])).toBe(0);
  expect(statements).toHaveLength(12);
});
