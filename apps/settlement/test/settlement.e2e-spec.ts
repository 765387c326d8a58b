import { payment } from './a-sale';
import { aService, finance } from './a-service';
import { threeSales } from './three-sales';

let service: Awaited<ReturnType<typeof aService>>;
let get: typeof service.get;
beforeAll(async () => {
  service = await aService();
  ({ get } = service);
  await service.post(threeSales);
});
afterAll(() => service.close());

describe('a balance', () => {
  it('is shown to the party and to finance, positive when it is owed to the party', async () => {
    const owed = { pendingFen: 1941, availableFen: 0, inFlightFen: 0, withheldTaxFen: 0 };
    for (const caller of [finance, { role: 'promoter', partyId: 'pr-1' } as const]) {
      const { status, json } = await get('/v1/promoters/pr-1/balance', caller);
      expect([status, json()]).toEqual([200, owed]);
    }
    expect((await get('/v1/brands/br-1/balance')).json().pendingFen).toBe(10_780);
    expect((await get('/v1/agencies/ag-1/balance')).json().pendingFen).toBe(831);
    expect((await get('/v1/recruiters/re-2/balance')).json().pendingFen).toBe(308);
  });

  it('is zero to a party that has earned nothing so far, and not there for finance, of whom nobody ever told', async () => {
    const own = await get('/v1/promoters/never-seen/balance', { role: 'promoter', partyId: 'never-seen' });
    expect([own.status, own.json().pendingFen]).toEqual([200, 0]);
    expect((await get('/v1/promoters/never-seen/balance')).status).toBe(404);
  });

  it('is nobody else’s', async () => {
    expect((await get('/v1/promoters/pr-1/balance', { role: 'promoter', partyId: 'pr-2' })).status).toBe(404);
    expect((await get('/v1/promoters/pr-1/balance', { role: 'brand', partyId: 'pr-1' })).status).toBe(403);
    expect((await get('/v1/promoters/pr-1/balance', { role: 'operator' })).status).toBe(403);
  });
});

describe('the trial balance', () => {
  const balanceOf = (answer: { accounts: Array<{ account: string; balanceFen: number }> }) =>
    Object.fromEntries(answer.accounts.map(({ account, balanceFen }) => [account, balanceFen]));

  it('shows both sides of every account, and equal totals', async () => {
    const answer = (await get('/v1/ledger/trial-balance')).json();
    expect(answer.accounts.find((row: { account: string }) => row.account === 'asset:escrow:wechat')).toEqual({
      account: 'asset:escrow:wechat',
      debitFen: 39_800,
      creditFen: 24_900,
      balanceFen: 14_900,
    });
    expect(answer.totalDebitFen).toBe(answer.totalCreditFen);
    expect(balanceOf(answer)).toMatchObject({ 'asset:escrow:ali:pay': 19_900, 'liability:brand::br:pending': -20_400 });
  });

  it('counts what is booked up to the end of the day that it is asked for', async () => {
    expect((await get('/v1/ledger/trial-balance?at=2026-11-05')).json()).toEqual({
      accounts: [],
      totalDebitFen: 0,
      totalCreditFen: 0,
    });
    const escrowAt = async (day: string) =>
      balanceOf((await get(`/v1/ledger/trial-balance?at=${day}`)).json())['asset:escrow:wechat'];
    expect(await escrowAt('2026-11-06')).toBe(39_800);
    expect(await escrowAt('2026-11-08')).toBe(39_800); // The refund of 17:30 UTC belongs to the 9th in Shanghai.
    expect(await escrowAt('2026-11-09')).toBe(34_800);
    expect(await escrowAt('2026-12-01')).toBe(14_900);
  });

  it('is for finance, and refuses what is no date', async () => {
    expect((await get('/v1/ledger/trial-balance', { role: 'operator' })).status).toBe(403);
    expect((await get('/v1/ledger/trial-balance?at=2026-02-30')).status).toBe(400);
    expect((await get('/v1/ledger/trial-balance?on=2026-02-03')).status).toBe(400);
  });
});

describe('the ledger’s part of an explanation', () => {
  const gateway = { role: 'internal' } as const;

  it('tells what was posted for each line, and which revisions that follows', async () => {
    const { status, json } = await get('/internal/orders/shop-1/o-1/postings', gateway);
    expect(status).toBe(200);
    const [line, ...others] = json().lines;
    expect(others).toEqual([]);
    expect(line).toMatchObject({ lineNo: 1, orderRevision: 1, splitRevision: 1 });
    expect(line.postings).toHaveLength(19);
    expect(line.postings[0]).toEqual({
      postingId: expect.stringMatching(/^\d+$/),
      occurredAt: payment.occurredAt,
      bookedOn: '2026-11-06',
      account: 'asset:escrow:wechat',
      debitFen: 19_900,
      cause: 'paid',
    });
    expect(line.postings[10]).toMatchObject({ account: 'asset:escrow:wechat', creditFen: 5_000, cause: 'refund r-1' });
  });

  it('is empty for an order that it has not heard of, and for the gateway alone', async () => {
    expect((await get('/internal/orders/shop-2/o-1/postings', gateway)).json()).toEqual({ lines: [] });
    expect((await get('/internal/orders/shop-1/o-1/postings')).status).toBe(403);
  });
});
