import { businessDayOf, dayAfter } from '@chuanliu/contracts/instants';
import type { Alliance } from '../alliance';
import { Finance } from '../five-days/finance';

interface Appeal {
  id: string;
  party: string;
  state: string;
  reason: string | null;
  adjustment: { adjustmentId: string; state: string; amountFen: number } | null;
}

interface Explained {
  lines: Array<{ promoterId: string | null; appeals: Appeal[] }>;
}

/** Promoter ap-1 won; ap-2 was promoting the product too and disputes it; the brand does as well; ap-3 is a stranger. */
export function tellAppealAgainstASale(alliance: () => Alliance): void {
  const appeal = { orderId: 'ap-o', lineNo: 1, text: '买家说是看了我的 **直播** 才买的' };
  const clients = {} as Record<'winner' | 'rival' | 'stranger' | 'brand', string>;

  beforeAll(async () => {
    await alliance().brand('ap-br');
    for (const id of ['ap-1', 'ap-2', 'ap-3']) await alliance().promoter(id);
    await alliance().product('ap-p', 'ap-br', 2_000);
    const { promotionCode } = await alliance().pick('ap-1', 'ap-p');
    await alliance().pick('ap-2', 'ap-p');
    const line = { productId: 'ap-p', paidFen: 10_000, scene: { surface: 'link', promotionCode } };
    // Paid now: appeals have a time.
    await alliance().send(alliance().paid('ap-o', 'ap-br', [line], { at: new Date().toISOString() }));
    clients.winner = await alliance().clientOf('promoter', 'ap-1');
    clients.rival = await alliance().clientOf('promoter', 'ap-2');
    clients.stranger = await alliance().clientOf('promoter', 'ap-3');
    clients.brand = await alliance().clientOf('brand', 'ap-br');
    await alliance().quiet();
  });

  it('is filed by who was promoting the product, and by nobody whose business it is not', async () => {
    const { calls } = alliance();
    expect((await calls.get(clients.rival, '/v1/orders/ap-o/explanation')).status).toBe(404);
    const once = { 'idempotency-key': 'ap-once' };
    const filed = await calls.post<Appeal>(clients.rival, '/v1/appeals', appeal, once);
    expect([filed.status, filed.body]).toMatchObject([201, { party: 'promoter:ap-2', state: 'open' }]);
    expect((await calls.post(clients.rival, '/v1/appeals', appeal, once)).body).toEqual(filed.body);
    const again = await calls.post(clients.rival, '/v1/appeals', appeal, { 'accept-language': 'zh' });
    expect([again.status, again.headers.get('content-language'), again.body]).toMatchObject([
      409,
      'zh',
      { type: '/problems/attribution/appeal-open-already', appealId: filed.body.id },
    ]);
    expect((await calls.post(clients.brand, '/v1/appeals', appeal)).status).toBe(201);
    expect((await calls.post(clients.stranger, '/v1/appeals', appeal)).status).toBe(404);
    expect((await calls.get(clients.winner, `/v1/appeals/${filed.body.id}`)).status).toBe(404);
  });

  it('is resolved by an operator, and told with the sale to its author alone', async () => {
    const { items } = await alliance().get<{ items: Appeal[] }>('/v1/appeals?orderId=ap-o&state=open');
    expect(items.map(({ party }) => party)).toEqual(['promoter:ap-2', 'brand:ap-br']);
    const resolution = { resolution: 'refused', reason: '点击记录显示为他人的推广码' };
    await alliance().post(`/v1/appeals/${items[0]!.id}/resolution`, resolution);

    const seen = async (client: string) => {
      const { lines } = await alliance().get<Explained>('/v1/orders/ap-o/explanation', client);
      return { promoterId: lines[0]!.promoterId, appeals: lines[0]!.appeals.map(({ state, party }) => [party, state]) };
    };
    expect(await seen(clients.rival)).toEqual({ promoterId: null, appeals: [['promoter:ap-2', 'refused']] });
    expect(await seen(clients.winner)).toEqual({ promoterId: 'ap-1', appeals: [] });
    expect((await seen('operator')).appeals).toEqual([
      ['promoter:ap-2', 'refused'],
      ['brand:ap-br', 'open'],
    ]);
  });

  it('can be answered with the story of the sale, as its author may see it', async () => {
    const ask = (client: string, seenBy: string) =>
      alliance().get<string>(`/v1/orders/ap-o/explanation?format=markdown${seenBy}`, client);
    const story = await ask('operator', '&seenBy=promoter:ap-2');
    expect(story).toContain('**Outcome: brought by another promoter**');
    expect(story).toContain('> 买家说是看了我的 \\*\\*直播\\*\\* 才买的');
    expect(story).toContain('> 点击记录显示为他人的推广码');
    expect(story).not.toMatch(/ap-1|ap-br|2,000|(?<!\d\d:\d\d:)20\.00/); // There these are seconds of an instant.
    expect(await ask(clients.rival, '')).toBe(story);
    expect(await ask('operator', '')).toContain('`⌊10000 × 2000 / 10000⌋ = 2000;');
  });

  it('is made good by an adjustment of two people, which its author sees with it and on the statement', async () => {
    const { calls } = alliance();
    const notMadeGood = '/v1/appeals?state=upheld&adjusted=false';
    const [open] = (await alliance().get<{ items: Appeal[] }>('/v1/appeals?orderId=ap-o&state=open')).items;
    await alliance().post(`/v1/appeals/${open!.id}/resolution`, { resolution: 'upheld', reason: '自播间成交' });
    expect((await alliance().get<{ items: Appeal[] }>(notMadeGood)).items).toMatchObject([
      { id: open!.id, adjustment: null },
    ]);

    const proposal = (party: string) => ({
      lines: [
        { account: 'expense:co-marketing', debitFen: 2_000 },
        { account: `liability:${party}:available`, creditFen: 2_000 },
      ],
      reason: '申诉成立，补偿佣金',
      appealId: open!.id,
    });
    const forAnother = await calls.post<{ type: string }>('finance-1', '/v1/adjustments', proposal('promoter:ap-1'));
    expect([forAnother.status, forAnother.body.type]).toEqual([422, '/problems/settlement/not-for-the-appellant']);
    const proposed = await calls.post<{ adjustmentId: string }>(
      'finance-1',
      '/v1/adjustments',
      proposal('brand:ap-br'),
    );
    const { adjustmentId } = proposed.body;
    const second = await calls.post<{ type: string }>('finance-2', '/v1/adjustments', proposal('brand:ap-br'));
    expect([second.status, second.body]).toMatchObject([
      409,
      { type: '/problems/settlement/appeal-has-adjustment', adjustmentId },
    ]);
    const explanation = '/v1/orders/ap-o/explanation';
    /** As its author reads it, and as staff do; both alike in the order's explanation. */
    const seenBy = async (client: string, query = '') => {
      await alliance().quiet();
      const { lines } = await alliance().get<Explained>(`${explanation}${query}`);
      const explained = lines[0]!.appeals.find(({ id }) => id === open!.id)!.adjustment;
      expect((await alliance().get<Appeal>(`/v1/appeals/${open!.id}`, client)).adjustment).toEqual(explained);
      return explained;
    };
    const worth = { adjustmentId, amountFen: 2_000 };
    expect(await seenBy('operator')).toEqual({ ...worth, state: 'proposed' });
    expect(await seenBy(clients.brand, '?seenBy=brand:ap-br')).toBeNull();
    expect((await alliance().get<{ items: Appeal[] }>(notMadeGood)).items).toEqual([]);

    await alliance().post(`/v1/adjustments/${adjustmentId}/approval`, undefined, 'finance-2');
    expect(await seenBy(clients.brand, '?seenBy=brand:ap-br')).toEqual({ ...worth, state: 'approved' });
    const story = await alliance().get<string>(`${explanation}?format=markdown&seenBy=brand:ap-br`);
    expect(story).toContain(`Made good by 20.00 yuan (2,000 fen), adjustment \`${adjustmentId}\`.`);
    const yesterday = dayAfter(businessDayOf(new Date().toISOString()), -1);
    await new Finance(alliance()).settle(yesterday);
    const { items } = await alliance().get<{ items: object[] }>('/v1/statements?party=brand:ap-br', 'finance-1');
    expect(items).toMatchObject([{ linesFen: 0, manualFen: 2_000, closingFen: 2_000 }]);
  });
}
