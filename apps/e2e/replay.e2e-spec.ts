import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { repositoryRoot } from '@chuanliu/testing/repository-root';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { seeded } from '../../deploy/replay/order-of-sending';
import { balancesByHledger, itWithHledger } from '../settlement/test/hledger';
import { Alliance } from './alliance';
import { books, salesOf, type Explanation, type OrderRead, type SaleRow, type TrialBalance } from './books';
import { Finance, type Interruption } from './five-days/finance';
import { Calendar, GIVEN_FEN, settleMonth, type Month } from './five-days/month';
import { checkChain, contentsOf, settledByLine, statementsOf, type Statement } from './five-days/statements';
import { inTheMiddle, tamper } from './five-days/stored-books';
import { ledgerProof } from './ledger-proof';

jest.setTimeout(600_000);

const run = promisify(execFile);
const SEED = Number(process.env.REPLAY_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Steps of one order or party each take some ten milliseconds. */
const LATEST_KILL_MS = 300;
const SAMPLE = join(__dirname, 'sample', 'five-days.csv');
/** Real days may be replayed in place of the sample's: files of UCI's Online Retail data set, with `:` between. */
const FILES = process.env.REPLAY_FILES?.split(':') ?? [SAMPLE];
const itWithSample = process.env.REPLAY_FILES ? it.skip : it;

const invoiceRows = FILES.flatMap(file => readFileSync(file, 'utf8').trim().split('\n').slice(1));
const soldInvoices = [
  ...new Set(invoiceRows.filter(row => !row.startsWith('C') && !row.includes(',-')).map(row => row.split(',')[0]!)),
];
const calendar = new Calendar(/,(\d{4}-\d\d-\d\d) /.exec(invoiceRows[0]!)![1]!);

/**
 * Five days of invoices go through the public webhook by the program that a user would run, and are settled day by day: in
 * one system as they come, in the other shuffled, with repeats, and with a service that is killed at its work.
 */
describe(`a replay of five days (REPLAY_SEED=${SEED})`, () => {
  let inOrder: SystemUnderTest;
  let mixed: SystemUnderTest;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'replay-'));
    // Steps of one each, so that there is a middle in which to be killed.
    const environment = { settlement: { ORDERS_A_STEP: '1', PARTIES_A_STEP: '1' } };
    [inOrder, mixed] = await Promise.all([SystemUnderTest.start(), SystemUnderTest.start({ environment })]);
  });
  afterAll(async () => {
    await inOrder?.stop();
    await mixed?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  itWithSample('in the order of the files takes every event in, and says what waits', async () => {
    const summary = await replay(inOrder);
    expect(summary).toMatch(/rows read +85 \(1 stock corrections left out\)/);
    expect(summary).toMatch(/refused +0/);
    // A holder bought before the files begin, a poster tube of nobody known, and a manual correction.
    expect(summary).toMatch(/refunds unmatched +3 /);
    expect(summary).toMatch(/waiting in orders +3\n/);
    expect(summary).toMatch(/parked +0/);
  });

  it('shuffled, with a tenth of the events twice, gives the same orders and the same books', async () => {
    if (process.env.REPLAY_FILES) await replay(inOrder);
    const summary = await replay(mixed, '--shuffle', String(SEED), '--duplicates', '10');
    expect(summary).toMatch(/refused +0/);
    expect(await books(new Alliance(mixed))).toEqual(await books(new Alliance(inOrder)));
    const [one, other] = await both(ordersOf);
    expect(other).toEqual(one);
  });

  it('gives every order shares that sum to its base', async () => {
    for (const orders of await both(ordersOf)) {
      for (const [orderId, { lines }] of Object.entries(orders)) {
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

  describe('settled day by day', () => {
    let month: Month;
    let statements: Map<string, Statement[]>;

    it('comes to the same statements and balances where settlement is killed in a run and in a batch of payouts', async () => {
      const begun = await both(ordersOf);
      const killing = killingInTheMiddle();
      const [straight, disturbed] = await Promise.all([
        settleMonth(new Finance(new Alliance(inOrder)), calendar, begun[0]),
        settleMonth(new Finance(new Alliance(mixed)), calendar, begun[1], killing.interrupt),
      ]);
      month = straight;
      expect(killing.times).toBe(2);
      // Of the cuts only the runs' sums are the same: repeats have offsets of their own. How many orders a run still finds
      // due depends on how soon those that are refunded meanwhile are settled by whoever refunds them.
      const amounts = ({ runs }: Month) =>
        runs.map(({ updatedAt: _, begunAt: __, doneAt: ___, ordersDone: ____, cut: _____, ordersDue, ...run }) => ({
          ...run,
          ordersDue: run.businessDate === calendar.day(25) ? null : ordersDue,
        }));
      expect(amounts(disturbed)).toEqual(amounts(straight));
      const [one, other] = await both(system => statementsOf(new Alliance(system)));
      expect(contentsOf(other)).toEqual(contentsOf(one));
      statements = one;
      const [balances, otherBalances] = await both(system => books(new Alliance(system)));
      expect(otherBalances).toEqual(balances);
      const [orders, otherOrders] = await both(ordersOf);
      expect(otherOrders).toEqual(orders);
    });

    it('gives every party statements that chain to what it may withdraw', async () => {
      expect(statements.size).toBeGreaterThan(15);
      for (const system of [inOrder, mixed]) {
        const alliance = new Alliance(system);
        await checkChain(alliance, await statementsOf(alliance));
      }
      const all = [...statements.values()].flat();
      for (const sum of [
        'linesFen',
        'adjustmentsFen',
        'rebatesFen',
        'manualFen',
        'payoutsFen',
        'failedPayoutsFen',
      ] as const)
        expect({ sum, seen: all.some(one => one[sum] !== 0) }).toEqual({ sum, seen: true });
    });

    it('settles every line that is worth something, once, and says so in orders and sales lists alike', async () => {
      const orders = await ordersOf(inOrder);
      const states = new Map<string, string>();
      for (const [orderId, { lines }] of Object.entries(orders))
        for (const { lineNo, state } of lines) states.set(`${orderId}/${lineNo}`, state);
      expect(new Set(states.values())).toEqual(new Set(['settled', 'void']));
      const settled = [...states.values()].filter(state => state === 'settled').length;
      expect(month.runs.reduce((sum, { lines }) => sum + lines, 0)).toBe(settled);

      for (const [party, chain] of statements) {
        const sales = await salesOf(new Alliance(inOrder), pathOf(party), '', 'finance-1', 200);
        for (const row of sales)
          expect([row.id, row.state]).toEqual([row.id, states.get(`${row.orderId}/${row.lineNo}`)]);
        expect(withoutZeros(settledByLine(chain))).toEqual(withoutZeros(settledInSales(sales)));
      }
    });

    it('keeps a held line out of its run, and settles it once the hold is lifted', () => {
      const { orderId, lineNo, promoterId } = month.held;
      const holds = statements
        .get(`promoter:${promoterId}`)!
        .filter(({ lines }) => lines.some(line => line.orderId === orderId && line.lineNo === lineNo));
      expect(holds.map(({ businessDate }) => businessDate)).toEqual([calendar.day(18)]);
    });

    it('withholds tax from persons and asks companies for invoices; a payout that fails is given back and paid later', () => {
      const refusals = month.firstPayouts.filter(({ verdict }) => verdict === 'refused');
      const withoutInvoice = refusals.filter(({ problem }) => problem === '/problems/settlement/invoice-required');
      expect(withoutInvoice.map(({ party }) => party)).toContain(`promoter:${month.company}`);
      const unlucky = month.payouts.filter(({ party }) => party === `promoter:${month.unlucky}`);
      expect(unlucky.map(({ state }) => state).sort()).toEqual(['confirmed', 'failed']);
      for (const { grossFen, taxFen, netFen } of unlucky) {
        expect(grossFen).toBeGreaterThan(GIVEN_FEN);
        // Each is the first of its year, since the one that failed is none: 20 % and 5,000 yuan are free, 3 % of the rest.
        expect(taxFen).toBe(Math.floor((((grossFen * 8) / 10 - 500_000) * 3) / 100));
        expect(netFen).toBe(grossFen - taxFen);
      }
    });

    it('leaves a settled line with its promoter, whatever becomes known too late; a refund goes by the settled rates', async () => {
      for (const system of [inOrder, mixed]) {
        const alliance = new Alliance(system);
        const { orderId, lineNo, baseFen, promoterId } = month.tooLate;
        const explained = await alliance.get<Explanation>(`/v1/orders/${orderId}/explanation`);
        const line = explained.lines.find(one => one.lineNo === lineNo)!;
        expect(line).toMatchObject({ outcome: 'distribution', promoterId, state: 'settled', baseFen: baseFen - 333 });
        expect(line.tooLate.length).toBeGreaterThan(0);
        const { commissionBps, serviceBps, techFeeBps } = line.terms!;
        const shared = (...names: string[]) =>
          line.shares.filter(({ share }) => names.includes(share)).reduce((sum, { amountFen }) => sum + amountFen, 0);
        const part = (bps: number) => Math.floor(((baseFen - 333) * bps) / 10_000);
        expect(shared('promoter', 'assist', 'agency', 'promotion-fee')).toBe(part(commissionBps!));
        expect([shared('tech-fee'), serviceBps]).toEqual([part(techFeeBps!), 0]);
        const path = `/v1/exceptions?kind=settlement/too-late&orderId=${orderId}`;
        const { items } = await alliance.get<{ items: Array<{ kind: string; lineNo: number }> }>(path);
        expect(items.map(({ kind, lineNo: of }) => [kind, of])).toContainEqual(['settlement/too-late', lineNo]);
      }
    });

    it('shows a party its own statements, files and payouts, and nobody else’s', async () => {
      const alliance = new Alliance(inOrder);
      const { unlucky, company } = month;
      const client = await alliance.clientOf('promoter', unlucky);
      const status = async (path: string) => (await alliance.calls.get(client, path)).status;
      for (const [promoterId, expected] of [
        [unlucky, 200],
        [company, 404],
      ] as const) {
        const { id } = statements.get(`promoter:${promoterId}`)![0]!;
        const { payoutId } = month.payouts.find(({ party }) => party === `promoter:${promoterId}`)!;
        const doors = [`/v1/statements/${id}`, `/v1/statements/${id}.csv`, `/v1/statements/${id}.xlsx`];
        for (const door of [...doors, `/v1/payouts/${payoutId}`])
          expect([door, await status(door)]).toEqual([door, expected]);
      }
      for (const list of ['/v1/statements', '/v1/payouts']) {
        const { items } = await alliance.get<{ items: Array<{ party: string }> }>(`${list}?limit=200`, client);
        expect(new Set(items.map(({ party }) => party))).toEqual(new Set([`promoter:${unlucky}`]));
      }
    });

    itWithHledger('exports journals that hledger accepts, whole and by period, with our balances', async () => {
      for (const system of [inOrder, mixed]) {
        const alliance = new Alliance(system);
        const journal = (query: string) =>
          alliance.get<string>(`/v1/ledger/journal?format=hledger${query}`, 'finance-1');
        const ours = async (at: string) => {
          const { accounts } = await alliance.get<TrialBalance>(`/v1/ledger/trial-balance${at}`, 'finance-1');
          return Object.fromEntries(accounts.map(({ account, balanceFen }) => [account, balanceFen]));
        };
        const [last, next] = [calendar.day(17), calendar.day(18)];
        expect(balancesByHledger([await journal('')])).toEqual(await ours(''));
        expect(balancesByHledger([await journal(`&to=${next}`)])).toEqual(await ours(`?at=${last}`));
        const later = balancesByHledger([await journal(`&from=${next}&openings=true`)]);
        expect(withoutZeros(later)).toEqual(withoutZeros(await ours('')));
      }
    });

    it('lets one of two runs that begin at once work, and answers the other with a name', async () => {
      const { calls } = new Alliance(inOrder);
      const begin = (n: number) =>
        calls.post<{ runId?: string; type?: string }>('finance-1', '/v1/settlement-runs', {
          businessDate: calendar.day(n),
        });
      const [same, again] = await Promise.all([begin(32), begin(32)]);
      expect([same.status, again.status, again.body.runId]).toEqual([202, 202, same.body.runId]);
      await new Alliance(inOrder).quiet();
      const answers = await Promise.all([begin(33), begin(34)]);
      const refusals = answers
        .filter(({ status }) => status !== 202)
        .map(({ status, body }) => `${status} ${body.type}`);
      expect(refusals.length).toBeLessThan(2);
      for (const refusal of refusals)
        expect(['409 /problems/settlement/run-in-progress', '409 /problems/settlement/period-closed']).toContain(
          refusal,
        );
      await new Alliance(inOrder).quiet();
    });

    it('proves the ledger anew, and names the first row that was tampered with', async () => {
      for (const system of [inOrder, mixed])
        expect(await ledgerProof(system).verdict()).toEqual({
          status: 0,
          text: expect.stringContaining('Everything agrees'),
        });
      const postingId = await tamper(mixed);
      const { status, text } = await ledgerProof(mixed).verdict();
      expect({ status, text }).toEqual({ status: 1, text: expect.stringContaining(postingId) });
      expect(text).toMatch(/✗ /);
    });
  });

  const both = <T>(read: (system: SystemUnderTest) => Promise<T>): Promise<[T, T]> =>
    Promise.all([read(inOrder), read(mixed)]);

  /**
   * Kills settlement in the middle of what it is at, and once more at a drawn instant after it is back, wherever its work
   * is then.
   */
  function killingInTheMiddle(): { times: number; interrupt: Interruption } {
    const random = seeded(SEED);
    const settlement = mixed.service('settlement');
    const bringBack = async () => {
      settlement.start();
      await settlement.untilReady();
    };
    const killing = {
      times: 0,
      async interrupt<T>(begin: () => Promise<T>): Promise<T> {
        const begun = await inTheMiddle(mixed, begin, () => settlement.kill());
        killing.times += 1;
        await bringBack();
        await sleep(random() * LATEST_KILL_MS);
        await settlement.kill();
        await bringBack();
        return begun;
      },
    };
    return killing;
  }

  async function replay(system: SystemUnderTest, ...more: string[]): Promise<string> {
    const credentials = join(folder, `${system.namespace.name}.json`);
    writeFileSync(credentials, JSON.stringify(system.credentials), { mode: 0o600 });
    const program = join(repositoryRoot(), 'dist', 'deploy', 'replay', 'main.js');
    const words = [program, '--credentials', credentials, '--received-after', '5', ...more, ...FILES];
    const { stdout } = await run(process.execPath, words, { timeout: 500_000 });
    return stdout;
  }

  /** Every order of the files as it is read, revisions and ids of the run left out. */
  async function ordersOf(system: SystemUnderTest): Promise<Record<string, Pick<OrderRead, 'state' | 'lines'>>> {
    const alliance = new Alliance(system);
    const orders: Record<string, Pick<OrderRead, 'state' | 'lines'>> = {};
    for (const id of soldInvoices) {
      const { state, lines } = await alliance.get<OrderRead>(`/v1/orders/${id}`);
      orders[id] = { state, lines };
    }
    return orders;
  }
});

const withoutZeros = (sums: Record<string, number>) =>
  Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0));

/** `promoter:pr-1` → `promoters/pr-1`. */
function pathOf(party: string): string {
  const [kind, id] = party.split(':');
  return `${kind === 'agency' ? 'agencies' : `${kind}s`}/${id}`;
}

const settledInSales = (sales: readonly SaleRow[]) =>
  Object.fromEntries(
    sales
      .filter(({ state }) => state === 'settled')
      .map(({ orderId, lineNo, share, settledFen }) => [`${orderId}/${lineNo} ${share}`, settledFen]),
  );
