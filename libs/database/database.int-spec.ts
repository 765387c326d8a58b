import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { Database } from './database';

const namespace = uniqueNamespace();
let database: Database;
beforeAll(async () => {
  const up = 'CREATE TABLE IF NOT EXISTS counter (id INT NOT NULL PRIMARY KEY, n INT NOT NULL)';
  database = await Database.open({
    ...{ url: namespace.servers.databaseUrl, schema: namespace.schemaOf('database'), poolSize: 2 },
    migrations: [{ at: 1763800000001, name: 'add-counter', up }],
  });
  await database.write('INSERT INTO counter VALUES (1, 0), (2, 0)');
});
afterAll(async () => {
  await database.close();
  await dropNamespace(namespace);
});

it('lets a transaction read and write outside of itself, however many wait for its locks', async () => {
  const counted = () =>
    database.transaction(async tx => {
      const [row] = await tx.query<{ n: number }>('SELECT n FROM counter WHERE id = 1 FOR UPDATE');
      await database.read('SELECT n FROM counter WHERE id = 2');
      await database.write('UPDATE counter SET n = n + 1 WHERE id = 2');
      await tx.execute('UPDATE counter SET n = ? WHERE id = 1', [row!.n + 1]);
    });
  await Promise.all(Array.from({ length: 12 }, counted));
  expect(await database.read('SELECT n FROM counter ORDER BY id')).toEqual([{ n: 12 }, { n: 12 }]);
});

it('gives the turn of a transaction that fails to the next', async () => {
  const failing = () =>
    database.transaction(() => {
      throw new Error('refused');
    });
  for (let n = 0; n < 5; n++) await expect(failing()).rejects.toThrow('refused');
  expect(await database.transaction(tx => tx.query('SELECT n FROM counter WHERE id = 1'))).toEqual([{ n: 12 }]);
});

it('refuses a transaction within another one, and begins one that its commit sets off', async () => {
  const inner = () => database.transaction(tx => tx.query('SELECT 1'));
  await expect(database.transaction(inner)).rejects.toThrow('within another one');
  await expect(database.snapshot(inner)).rejects.toThrow('within another one');
  let setOff: Promise<unknown> | undefined;
  await database.transaction(async tx => tx.afterCommit(() => void (setOff = inner())));
  await expect(setOff).resolves.toHaveLength(1);
});
