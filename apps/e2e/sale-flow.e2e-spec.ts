import { untilSeen } from '@chuanliu/testing/eventually';
import { SystemUnderTest } from '@chuanliu/testing/system-under-test';
import { Alliance } from './alliance';
import { books, salesOf, sharesOf, type Explanation, type OrderRead } from './books';
import { ledgerProof } from './ledger-proof';

jest.setTimeout(180_000);

describe('one sale, from the paid order to the books', () => {
  let system: SystemUnderTest;
  let alliance: Alliance;

  beforeAll(async () => {
    system = await SystemUnderTest.start();
    alliance = new Alliance(system);
    await alliance.put('/v1/policies/fees', { promotionFeeBps: 333 });
    await alliance.put('/v1/agencies/ag-1', { name: '星河MCN' });
    await alliance.brand('br-1', { techFeeBps: 487 });
    await alliance.promoter('pr-1', { buyerIds: ['pr-1-buys'] });
    await alliance.promoter('pr-2');
    await alliance.put('/v1/promoters/pr-1/agency', {
      agencyId: 'ag-1',
      agencyBps: 2_999,
      from: '2026-01-01T00:00:00+08:00',
    });
    await alliance.product('p-1', 'br-1', 1_999);
  });
  afterAll(() => system?.stop());

  it('splits an odd amount at odd rates to the fen, recomputes a refund, and ends at zero', async () => {
    const pick = await alliance.pick('pr-1', 'p-1');
    const line = {
      productId: 'p-1',
      paidFen: 19_901,
      platformSubsidyFen: 501,
      scene: { surface: 'link', promotionCode: pick.promotionCode },
    };
    const payment = alliance.paid('o-1', 'br-1', [line], { buyerId: 'x', freightFen: 800 });
    expect(await alliance.send(payment)).toEqual({ accepted: 1, duplicates: 0, refused: [] });
    await alliance.quiet();

    // base 20,402: C ⌊20402 × .1999⌋ = 4078, P ⌊4078 × .0333⌋ = 135, A ⌊3943 × .2999⌋ = 1182, T ⌊20402 × .0487⌋ = 993
    expect(await sharesOf(alliance, 'o-1')).toEqual({
      'promoter pr-1': 2_761,
      'agency ag-1': 1_182,
      'promotion-fee': 135,
      'tech-fee': 993,
      'brand br-1': 15_331,
    });
    expect(await books(alliance)).toEqual({
      'asset:escrow:wechat': 20_701,
      'expense:platform-subsidy': 501,
      'liability:promoter:pr-1:pending': -2_761,
      'liability:agency:ag-1:pending': -1_182,
      'income:promotion-fee': -135,
      'income:tech-fee': -993,
      'liability:brand:br-1:pending': -16_131,
    });

    await alliance.send(alliance.refunded('o-1', 'r-1', 5_003), payment);
    await alliance.quiet();
    // base 15,399: C 3078, P 102, A ⌊2976 × .2999⌋ = 892, T 749
    expect(await sharesOf(alliance, 'o-1')).toEqual({
      'promoter pr-1': 2_084,
      'agency ag-1': 892,
      'promotion-fee': 102,
      'tech-fee': 749,
      'brand br-1': 11_572,
    });
    expect(await books(alliance, '2026-11-06')).toMatchObject({ 'liability:promoter:pr-1:pending': -2_761 });
    expect(await books(alliance)).toMatchObject({
      'liability:promoter:pr-1:pending': -2_084,
      'asset:escrow:wechat': 15_698,
    });

    await alliance.send(alliance.refunded('o-1', 'r-2', 14_898, { freightFen: 800 }));
    await alliance.quiet();
    expect(await sharesOf(alliance, 'o-1')).toEqual({});
    expect(await books(alliance)).toEqual({});
    const order = await alliance.get<OrderRead>('/v1/orders/o-1');
    expect(order.lines[0]).toMatchObject({
      state: 'void',
      outcome: 'distribution',
      promoterId: 'pr-1',
      baseFen: 0,
      refundedFen: 19_901,
    });
    expect(await salesOf(alliance, 'promoters/pr-1')).toMatchObject([
      { id: `${alliance.channelId}/o-1/1`, state: 'void', estimatedFen: 0 },
    ]);
  });

  it('explains every fen: who was considered, by which rule it was decided, how each share was computed, where it was posted', async () => {
    const explanation = await alliance.get<Explanation>('/v1/orders/o-1/explanation');
    expect(explanation.complete).toBe(true);
    const [line] = explanation.lines;
    expect(line).toMatchObject({
      rule: 'carried-code',
      promoterId: 'pr-1',
      candidates: [{ rule: 'carried-code', verdict: 'won' }],
    });
    for (const posting of groupBy(line!.postings, posting => posting.postingId)) {
      expect(posting.reduce((sum, entry) => sum + (entry.debitFen ?? 0) - (entry.creditFen ?? 0), 0)).toBe(0);
    }
    expect(new Set(line!.postings.map(posting => posting.cause))).toHaveProperty('size', 3);
  });

  it('a late pick moves a sale from organic to the promoter, in order, sales list and books alike', async () => {
    await alliance.product('p-2', 'br-1', 1_000);
    await alliance.send(
      alliance.paid('o-2', 'br-1', [
        { productId: 'p-2', paidFen: 10_000, scene: { surface: 'live', accountId: 'acc-pr-2' } },
      ]),
    );
    await alliance.quiet();
    expect(await sharesOf(alliance, 'o-2')).toEqual({ 'tech-fee': 487, 'brand br-1': 9_513 });
    await alliance.pick('pr-2', 'p-2');
    await alliance.quiet();
    expect(await sharesOf(alliance, 'o-2')).toEqual({
      'promoter pr-2': 967,
      'promotion-fee': 33,
      'tech-fee': 487,
      'brand br-1': 8_513,
    });
    expect(await salesOf(alliance, 'promoters/pr-2')).toMatchObject([
      { orderId: 'o-2', estimatedFen: 967, outcome: 'distribution' },
    ]);
    expect(await books(alliance)).toMatchObject({
      'liability:promoter:pr-2:pending': -967,
      'liability:brand:br-1:pending': -8_513,
    });
  });

  it('credits the brand’s own stream: the buyer joins the river, the return rewards the promoter with traffic', async () => {
    const pick = await alliance.pick('pr-2', 'p-2');
    const carried = { surface: 'link', promotionCode: pick.promotionCode };
    await alliance.send(
      alliance.paid('o-3', 'br-1', [{ productId: 'p-2', paidFen: 12_345, scene: carried }], {
        buyerId: 'river-buyer',
        at: '2026-11-06T21:00:00+08:00',
      }),
      alliance.paid(
        'o-4',
        'br-1',
        [{ productId: 'p-2', paidFen: 9_999, scene: { surface: 'live', accountId: 'acc-br-1' } }],
        {
          buyerId: 'river-buyer',
          at: '2026-11-07T21:00:00+08:00',
        },
      ),
    );
    await alliance.quiet();
    const [bought] = (await alliance.get<Explanation>('/v1/orders/o-3/explanation')).lines;
    expect(bought!.river).toMatchObject({
      joined: true,
      return: null,
      grants: [{ impressions: 1_234, eligible: true }],
    });
    const [returned] = (await alliance.get<Explanation>('/v1/orders/o-4/explanation')).lines;
    expect(returned).toMatchObject({
      outcome: 'self-broadcast',
      river: { return: { broughtBy: 'pr-2' }, grants: [{ impressions: 499, eligible: true }] },
    });
    const traffic = await alliance.get<{ balance: number }>(
      '/v1/promoters/pr-2/traffic?at=2026-11-08T00:00:00%2B08:00',
    );
    expect(traffic.balance).toBe(499);
    const member = await alliance.get('/v1/brands/br-1/river/members/river-buyer?at=2026-11-08T00:00:00%2B08:00');
    expect(member).toMatchObject({ member: true, broughtBy: 'pr-2', since: '2026-11-06T13:00:00.000Z' });
  });

  it('a promoter’s own purchase earns them nothing; a foreign promoter sees nothing of it', async () => {
    const pick = await alliance.pick('pr-1', 'p-1');
    await alliance.send(
      alliance.paid(
        'o-5',
        'br-1',
        [{ productId: 'p-1', paidFen: 5_000, scene: { surface: 'link', promotionCode: pick.promotionCode } }],
        { buyerId: 'pr-1-buys' },
      ),
    );
    await alliance.quiet();
    const [line] = (await alliance.get<Explanation>('/v1/orders/o-5/explanation')).lines;
    expect(line).toMatchObject({
      outcome: 'organic',
      rule: null,
      candidates: [{ verdict: 'refused', reason: 'self-purchase', promoterId: 'pr-1' }],
    });
    const stranger = await alliance.clientOf('promoter', 'pr-2');
    expect((await alliance.calls.get(stranger, '/v1/promoters/pr-1/sales')).status).toBe(404);
    expect((await alliance.calls.get(stranger, '/v1/orders/o-5')).status).toBeGreaterThanOrEqual(403);
  });

  it('the description of the API has the calls of every service that the door passes on', async () => {
    const { paths } = await alliance.get<{ paths: Record<string, object> }>('/openapi.json');
    for (const path of [
      '/v1/brands/{}',
      '/v1/products/{}/plans/open',
      '/v1/promoters/{}/picks',
      '/v1/promoters/{}/sales',
    ]) {
      expect(Object.keys(paths).map(known => known.replace(/\{[^}]*\}/g, '{}'))).toContain(path);
    }
    expect(paths).toHaveProperty(['/v1/ledger/journal']);
    expect(paths).toHaveProperty(['/v1/orders/events']);
  });

  it('an excess refund is a receivable from the brand and an exception for a person', async () => {
    await alliance.send(
      alliance.paid('o-6', 'br-1', [{ productId: 'p-1', paidFen: 1_000 }]),
      alliance.refunded('o-6', 'r-6', 1_300),
    );
    await alliance.quiet();
    expect(await books(alliance)).toMatchObject({ 'asset:receivable:excess-refund:br-1': 300 });
    const exceptions = await alliance.get<{ items: Array<{ kind: string; orderId: string; state: string }> }>(
      '/v1/exceptions?orderId=o-6',
    );
    expect(exceptions.items).toMatchObject([{ kind: 'orders/refund-exceeds-paid', orderId: 'o-6', state: 'open' }]);
  });

  it('pays out what may be withdrawn, to the account that partners know, and the bank’s answer ends it', async () => {
    const { calls } = alliance;
    const lines = [
      { account: 'expense:co-marketing', debitFen: 900_000 },
      { account: 'liability:promoter:pr-1:available', creditFen: 900_000 },
    ];
    const proposal = { lines, reason: '补发奖励' };
    const proposed = await calls.post<{ adjustmentId: string }>('finance-1', '/v1/adjustments', proposal);
    await calls.post('finance-2', `/v1/adjustments/${proposed.body.adjustmentId}/approval`, {});
    await alliance.put('/v1/promoters/pr-1/payee', {
      payeeName: '小川',
      bankAccount: '6222000011112222',
      verified: true,
    });

    // Asked for at once: settlement waits for what partners just said, and is asked again should that come later still.
    const sent = await untilSeen(
      () => calls.post<{ payoutId: string; type?: string }>('finance-1', '/v1/payouts', { party: 'promoter:pr-1' }),
      ({ body }) => !/payee|named-party-unknown/.test(body.type ?? ''),
    );
    expect(sent.status).toBe(201);
    // 80 % of 9,000 yuan less 5,000 are 2,200, at 3 %.
    expect(sent.body).toMatchObject({ grossFen: 900_000, taxFen: 6_600, netFen: 893_400 });
    const path = `/v1/payouts/${sent.body.payoutId}`;
    const { body: payout } = await calls.get<{ sentAt: string }>('finance-1', path);
    const result = { result: 'confirmed', occurredAt: payout.sentAt, reference: 'bank-1' };
    const confirmed = await calls.post<object>('finance-1', `${path}/result`, result);
    expect([confirmed.status, confirmed.body]).toMatchObject([200, { state: 'confirmed', bankAccount: '****2222' }]);
    const { body: balance } = await calls.get<object>('finance-1', '/v1/promoters/pr-1/balance');
    expect(balance).toMatchObject({ availableFen: 0, inFlightFen: 0, withheldTaxFen: 6_600 });
    await alliance.quiet();
  });

  it('the books are changed by two people, of whom one with two clients is one, and a program proves them', async () => {
    const { calls } = alliance;
    const again = { role: 'finance', personId: 'person-finance-1' };
    const client = await calls.post<{ clientId: string; clientSecret: string }>('operator', '/v1/clients', again);
    calls.introduce('finance-1-again', client.body);
    const lines = [
      { account: 'expense:co-marketing', debitFen: 700 },
      { account: 'liability:promoter:pr-2:available', creditFen: 700 },
    ];
    const proposal = { lines, reason: '直播间故障补偿' };
    const { status, body } = await calls.post<{ adjustmentId: string }>('finance-1', '/v1/adjustments', proposal);
    expect([status, body]).toEqual([201, { adjustmentId: expect.stringMatching(/^adj-/), state: 'proposed' }]);
    const approveAs = (name: string) =>
      calls.post<{ type?: string; state?: string }>(name, `/v1/adjustments/${body.adjustmentId}/approval`, {});
    for (const same of ['finance-1', 'finance-1-again']) {
      const refused = await approveAs(same);
      expect([refused.status, refused.body.type]).toEqual([403, '/problems/settlement/second-person-required']);
    }
    const approved = await approveAs('finance-2');
    expect([approved.status, approved.body.state]).toEqual([200, 'approved']);
    const balance = await calls.get<{ availableFen: number }>('finance-1', '/v1/promoters/pr-2/balance');
    expect(balance.body.availableFen).toBe(700);

    const { schema, verdict, run } = ledgerProof(system);
    const sound = await verdict();
    expect([sound.status, sound.text]).toEqual([0, expect.stringMatching(/✓ By hand +2 adjustments,/)]);
    await run(`UPDATE ${schema}.audit_entry SET reason = 'other' WHERE entry_no = 1`);
    const tampered = await verdict();
    expect([tampered.status, tampered.text]).toEqual([
      1,
      expect.stringMatching(/✗ Audit log +audit_entry: entry_no 1\n/),
    ]);
  });
});

function groupBy<T>(rows: T[], nameOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  return [...groups.values()];
}
