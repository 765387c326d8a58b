import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '@chuanliu/testing/repository-root';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';
import { books, type OrderRead, type TrialBalance } from './books';

jest.setTimeout(300_000);

const run = promisify(execFile);
const SEED = Number(process.env.REPLAY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const SAMPLE = join(__dirname, 'sample', 'two-days.csv');
const hasHledger = spawnSync('hledger', ['--version']).status === 0;
if (!hasHledger)
  console.warn('hledger is not installed (Debian: apt-get install hledger): what it would check is skipped.');

/** Two days of invoices go through the public webhook by the program that a user would run. */
describe(`a replay of two days (REPLAY_SEED=${SEED})`, () => {
  let inOrder: SystemUnderTest;
  let mixed: SystemUnderTest;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'replay-'));
    [inOrder, mixed] = await Promise.all([SystemUnderTest.start(), SystemUnderTest.start()]);
  });
  afterAll(async () => {
    await inOrder?.stop();
    await mixed?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('in the order of the files takes every event in, and says what waits', async () => {
    const summary = await replay(inOrder);
    expect(summary).toMatch(/rows read +46 \(1 stock corrections left out\)/);
    expect(summary).toMatch(/refused +0/);
    // A holder bought before the files begin, a poster tube of nobody known, and a manual correction.
    expect(summary).toMatch(/refunds unmatched +3 /);
    expect(summary).toMatch(/waiting in orders +3\n/);
    expect(summary).toMatch(/parked +0/);
  });

  it('shuffled, with a tenth of the events twice, gives the same orders and the same books', async () => {
    const summary = await replay(mixed, '--shuffle', String(SEED), '--duplicates', '10');
    expect(summary).toMatch(/refused +0/);
    expect(await books(new Alliance(mixed))).toEqual(await books(new Alliance(inOrder)));
    const [one, other] = [await ordersOf(inOrder), await ordersOf(mixed)];
    expect(Object.keys(one)).toHaveLength(13);
    expect(other).toEqual(one);
  });

  it('gives every order shares that sum to its base', async () => {
    for (const system of [inOrder, mixed]) {
      for (const [orderId, { lines }] of Object.entries(await ordersOf(system))) {
        for (const { lineNo, baseFen, shares } of lines) {
          const sumFen = shares.reduce((sum, { amountFen }) => sum + amountFen, 0);
          expect({ orderId, lineNo, sumFen }).toEqual({ orderId, lineNo, sumFen: baseFen });
        }
      }
    }
  });

  it('uses every way to attribute: by code, by a promoter’s stream, by the brand’s own, and none', async () => {
    const lines = Object.values(await ordersOf(inOrder)).flatMap(order => order.lines);
    const outcomes = new Set(lines.map(line => line.outcome));
    expect(outcomes).toEqual(new Set(['distribution', 'self-broadcast', 'organic', 'void']));
  });

  (hasHledger ? it : it.skip)(
    'exports a journal that hledger accepts, with the balances of our trial balance',
    async () => {
      for (const system of [inOrder, mixed]) {
        const alliance = new Alliance(system);
        const file = join(folder, `${system.namespace.name}.journal`);
        writeFileSync(file, await alliance.get<string>('/v1/ledger/journal?format=hledger', 'finance-1'));
        await run('hledger', ['-f', file, 'check']);
        const { stdout } = await run('hledger', [
          '-f',
          file,
          'balance',
          '--flat',
          '-N',
          '-E',
          '-O',
          'csv',
          '--layout=bare',
        ]);
        const rows = stdout.trim().split('\n').slice(1);
        const theirs = Object.fromEntries(
          rows
            .map(row => row.split(',').map(cell => cell.replaceAll('"', '')))
            .map(([account, , fen]) => [account, Number(fen)]),
        );
        const { accounts } = await alliance.get<TrialBalance>('/v1/ledger/trial-balance', 'finance-1');
        const ours = accounts.map(({ account, balanceFen }) => [account, balanceFen] as const);
        expect(theirs).toEqual(Object.fromEntries(ours));
      }
    },
  );

  async function replay(system: SystemUnderTest, ...more: string[]): Promise<string> {
    const credentials = join(folder, `${system.namespace.name}.json`);
    writeFileSync(credentials, JSON.stringify(system.credentials), { mode: 0o600 });
    const program = join(repositoryRoot(), 'dist', 'deploy', 'replay', 'main.js');
    const words = [program, '--credentials', credentials, '--received-after', '5', ...more, SAMPLE];
    const { stdout } = await run(process.execPath, words, { timeout: 120_000 });
    return stdout;
  }

  /** Every order of the sample as it is read, revisions and ids of the run left out. */
  async function ordersOf(system: SystemUnderTest): Promise<Record<string, Pick<OrderRead, 'state' | 'lines'>>> {
    const alliance = new Alliance(system);
    const rows = readFileSync(SAMPLE, 'utf8').trim().split('\n').slice(1);
    const sold = rows.filter(row => !row.startsWith('C') && !row.includes(',-'));
    const ids = [...new Set(sold.map(row => row.split(',')[0]!))];
    const orders: Record<string, Pick<OrderRead, 'state' | 'lines'>> = {};
    for (const id of ids) {
      const { state, lines } = await alliance.get<OrderRead>(`/v1/orders/${id}`);
      orders[id] = { state, lines };
    }
    return orders;
  }
});
