import { parse } from 'csv-parse/sync';
import { aService } from './a-service';
import { balancesByHledger, itWithHledger } from './hledger';
import { postAllKinds } from './postings-of-all-kinds';
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

  itWithHledger('is accepted by hledger, which comes to our balances, on any day', async () => {
    const { text } = await get('/v1/ledger/journal?format=hledger');
    for (const [at, until] of [
      ['2026-11-06', '2026-11-07'],
      ['2026-12-31', '2027-01-01'],
    ] as const) {
      expect(balancesByHledger([text], '-e', until)).toEqual(await ourBalances(at));
    }
  });
});

describe('a period’s journal', () => {
  const period = (query: string) => get(`/v1/ledger/journal?format=hledger&${query}`).then(({ text }) => text);
  const withoutZeros = (balances: Record<string, number>) =>
    Object.fromEntries(Object.entries(balances).filter(([, balanceFen]) => balanceFen !== 0));

  beforeAll(() => postAllKinds(service.database));

  itWithHledger('stands alone when it begins with the opening balances, whatever was posted', async () => {
    for (const [from, to, at] of [
      ['2026-11-01', '2026-11-09', '2026-11-08'], // Nothing came before: nothing is opened.
      ['2026-11-09', '2026-11-21', '2026-11-20'],
      ['2026-11-21', '2026-12-01', '2026-11-30'],
      ['2026-12-01', '2027-01-01', '2026-12-31'],
    ] as const) {
      const alone = await period(`from=${from}&to=${to}&openings=true`);
      expect(withoutZeros(balancesByHledger([alone]))).toEqual(withoutZeros(await ourBalances(at)));
    }
  });

  itWithHledger('adds up with those of other periods, opened once or not at all', async () => {
    const days = ['2026-11-01', '2026-11-09', '2026-11-21', '2027-01-01'];
    const spans = days.slice(1).map((to, i) => `from=${days[i]}&to=${to}`);
    const ours = await ourBalances('2026-12-31');
    expect(balancesByHledger(await Promise.all(spans.map(period)))).toEqual(ours);
    const later = [await period(`${spans[1]}&openings=true`), await period(spans[2]!)];
    expect(withoutZeros(balancesByHledger(later))).toEqual(withoutZeros(ours));
    const opened = await Promise.all(spans.map(span => period(`${span}&openings=true`)));
    expect(balancesByHledger(opened, 'not:tag:clopen')).toEqual(ours);
  });

  it('names what a posting without an order belongs to', async () => {
    const text = await period('from=2026-11-20&to=2026-11-21');
    for (const cause of ['settlement run-1', 'payout po-1', 'manual adj-1'])
      expect(text).toMatch(new RegExp(`^2026-11-20 \\(\\d+\\) ${cause}  ; occurred-at:`, 'm'));
  });

  it.each(['format=csv&from=2026-11-09', 'format=hledger', 'format=hledger&from=2026-11-09&orderId=o-1'])(
    'has nothing to open with %s',
    async query => {
      const { status, json } = await get(`/v1/ledger/journal?openings=true&${query}`);
      expect([status, json().errors[0].pointer]).toEqual([400, '/openings']);
    },
  );
});

/** What the trial balance says, with accounts named as in hledger's journal. */
async function ourBalances(at: string): Promise<Record<string, number>> {
  const { accounts } = (await get(`/v1/ledger/trial-balance?at=${at}`)).json();
  return Object.fromEntries(
    accounts.map((row: { account: string; balanceFen: number }) => [
      row.account.replace('ali:pay', 'ali%3Apay').replace(/::br(?=:|$)/, ':%3Abr'),
      row.balanceFen,
    ]),
  );
}
