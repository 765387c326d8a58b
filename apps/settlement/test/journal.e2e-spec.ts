import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { aService } from './a-service';
import { threeSales } from './three-sales';

let service: Awaited<ReturnType<typeof aService>>;
let get: typeof service.get;
beforeAll(async () => {
  service = await aService();
  ({ get } = service);
  await service.post(threeSales);
});
afterAll(() => service.close());

describe('the journal', () => {
  it('lists whole postings by the day they are booked on: from that day, to before the other', async () => {
    const answer = await get('/v1/ledger/journal?from=2026-11-09&to=2026-12-01');
    expect([answer.status, answer.type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.json().postings).toEqual([
      {
        postingId: expect.stringMatching(/^\d+$/),
        occurredAt: '2026-11-08T17:30:00.000Z',
        bookedOn: '2026-11-09',
        cause: 'refund r-1',
        transactionId: '5000001',
        reference: null,
        channelId: 'shop-1',
        orderId: 'o-1',
        lineNo: 1,
        entries: expect.arrayContaining([
          { account: 'asset:escrow:wechat', share: null, creditFen: 5_000 },
          { account: 'liability:promoter:pr-1:pending', share: 'promoter', debitFen: 630 },
        ]),
      },
    ]);
    const causes = async (query: string) =>
      (await get(`/v1/ledger/journal?${query}`)).json().postings.map((posting: { cause: string }) => posting.cause);
    expect(await causes('')).toEqual(['paid', 'paid', 'paid', 'refund r-1', 'refund r-9']);
    expect(await causes('orderId=o-3')).toEqual(['paid', 'refund r-9']);
    expect(await causes('orderId=o-3&from=2026-11-07')).toEqual(['refund r-9']);
    expect(await causes('from=2027-01-01')).toEqual([]);
    expect(await causes('orderId=o-4')).toEqual([]);
  });

  it('is a row for each entry in CSV', async () => {
    const { type, text } = await get('/v1/ledger/journal?format=csv');
    expect(type).toBe('text/csv; charset=utf-8');
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows).toHaveLength(10 + 9 + 3 + 10 + 10);
    const sum = (side: string) => rows.reduce((total, row) => total + Number(row[side]), 0);
    expect(sum('debitFen')).toBe(sum('creditFen'));
    expect(rows[0]).toMatchObject({
      bookedOn: '2026-11-06',
      cause: 'paid',
      account: 'asset:escrow:wechat',
      debitFen: '19900',
    });
  });

  it('refuses formats and parameters that it does not know', async () => {
    expect((await get('/v1/ledger/journal?format=pdf')).status).toBe(400);
    expect((await get('/v1/ledger/journal?since=2026-01-01')).status).toBe(400);
    expect((await get('/v1/ledger/journal', { role: 'brand', partyId: 'br-1' })).status).toBe(403);
  });

  const hledger = installedHledger();
  const itWithHledger = hledger ? it : it.skip;
  if (!hledger)
    process.stderr.write(
      'hledger is not installed (Debian: apt-get install hledger): not checking our books with it\n',
    );

  itWithHledger('is accepted by hledger, which comes to our balances, on any day', async () => {
    const { text } = await get('/v1/ledger/journal?format=hledger');
    const folder = mkdtempSync(join(tmpdir(), 'journal-'));
    try {
      const file = join(folder, 'books.journal');
      writeFileSync(file, text);
      const run = (...args: string[]) => execFileSync('hledger', ['-f', file, ...args], { encoding: 'utf8' });
      run('check', 'commodities');
      for (const [at, until] of [
        ['2026-11-06', '2026-11-07'],
        ['2026-12-31', '2027-01-01'],
      ] as const) {
        const ours = (await get(`/v1/ledger/trial-balance?at=${at}`)).json();
        const balances = run('balance', '-e', until, '--empty', '--flat', '-N', '-O', 'csv');
        const theirs = parse<Record<string, string>>(balances, { columns: true });
        const expected = ours.accounts.map((row: { account: string; balanceFen: number }) => [
          row.account.replace('ali:pay', 'ali%3Apay').replace('::br:', ':%3Abr:'),
          row.balanceFen,
        ]);
        expect(theirs.map(row => [row.account, fenOf(row.balance!)]).sort()).toEqual(expected.sort());
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** `"-19900 fen"`, or `"0"` of an account that came to nothing. */
function fenOf(amount: string): number {
  const [, number] = /^(-?\d+)(?: fen)?$/.exec(amount) ?? [];
  if (number === undefined) throw new Error(`not an amount in fen: ${amount}`);
  return Number(number);
}

function installedHledger(): boolean {
  try {
    execFileSync('hledger', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
