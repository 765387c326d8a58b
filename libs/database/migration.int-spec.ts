import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { Database } from './database';
import type { Migration } from './migration';

const steps: Migration[] = [
  {
    at: 1763800000001,
    name: 'add-thing',
    up: 'CREATE TABLE IF NOT EXISTS thing (a INT NOT NULL PRIMARY KEY, d INT NULL)',
  },
  { at: 1763800000002, name: 'say-more', up: 'ALTER TABLE thing ADD COLUMN b INT NULL, ADD KEY by_b (b)' },
  { at: 1763800000003, name: 'find-by-both', up: 'ALTER TABLE thing ADD KEY by_both (a, b)' },
  { at: 1763800000004, name: 'say-less', up: 'ALTER TABLE thing DROP COLUMN d' },
];

const namespace = uniqueNamespace();
const open = (migrations: Migration[]) =>
  Database.open({ url: namespace.servers.databaseUrl, schema: namespace.schemaOf('migrating'), migrations });
afterAll(() => dropNamespace(namespace));

it('a step of a schema runs again where a process died before it was noted', async () => {
  const first = await open(steps);
  for (let died = steps.length; died > 0; died--) {
    await first.write('DELETE FROM schema_migration WHERE timestamp >= ?', [steps[died - 1]!.at]);
    await (await open(steps)).close();
    expect(await first.read('SELECT name FROM schema_migration')).toHaveLength(steps.length);
  }
  await first.close();
});
