import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@chuanliu/database/database';
import { dropNamespace, uniqueNamespace } from '@chuanliu/testing/unique-namespace';
import { ClientStore } from '../src/issue-token/client-store';
import { makeFirstClients } from '../src/make-first-clients/make-first-clients';
import { readCredentials } from '../src/make-first-clients/credentials-file';
import { ChannelSecrets } from '../src/register-channel/channel-secrets';
import { openDatabase } from '../src/storage/open-database';

const namespace = uniqueNamespace();
const folder = mkdtempSync(join(tmpdir(), 'first-clients-'));
const file = join(folder, 'deep', 'credentials.json');
let database: Database;
const make = (baseUrl = 'http://localhost:8080') =>
  makeFirstClients(file, baseUrl, new ClientStore(database), new ChannelSecrets(database));

beforeAll(async () => {
  database = await openDatabase({ databaseUrl: namespace.servers.databaseUrl, namespace: namespace.name });
});
afterAll(async () => {
  await database.close();
  await dropNamespace(namespace);
  rmSync(folder, { recursive: true });
});

describe('the first clients', () => {
  it('are written down for their owner only, and work', async () => {
    expect(await make()).toBe(true);
    const credentials = readCredentials(file)!;
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      baseUrl: 'http://localhost:8080',
      clients: Object.fromEntries(
        ['operator', 'finance-1', 'finance-2'].map(name => [
          name,
          { clientId: name, clientSecret: expect.any(String) },
        ]),
      ),
      channel: { id: 'demo-shop', secret: expect.stringMatching(/^whsec_/) },
      consoleLogins: {},
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const clients = new ClientStore(database);
    for (const [name, { clientId, clientSecret }] of Object.entries(credentials.clients)) {
      const caller = await clients.verify(clientId, clientSecret);
      expect(caller).toMatchObject({ role: name.split('-')[0], personId: `person-${name}` });
    }
    expect(await new ChannelSecrets(database).lookUp('demo-shop')).toEqual([credentials.channel.secret]);
  });

  it('leave a file that holds untouched', async () => {
    const before = readFileSync(file, 'utf8');
    expect(await make()).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('keep their secrets when only the address changed', async () => {
    const before = readCredentials(file)!;
    expect(await make('http://localhost:9999')).toBe(true);
    expect(readCredentials(file)).toEqual({ ...before, baseUrl: 'http://localhost:9999' });
  });

  it.each([
    ['is broken', () => writeFileSync(file, '{"baseUrl":')],
    ['is gone', () => rmSync(file)],
    [
      'names a secret that does not hold',
      () => writeFileSync(file, readFileSync(file, 'utf8').replace(/("clientSecret": ")[^"]+/, '$1another')),
    ],
  ])('get new secrets when the file %s', async (_what, spoil) => {
    spoil();
    expect(await make()).toBe(true);
    expect(await make()).toBe(false);
  });
});
