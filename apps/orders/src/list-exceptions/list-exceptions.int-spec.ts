import { OrdersUnderTest } from '../../test/orders-under-test';
import { at, paid, refunded } from '../../test/told-facts';

describe('listing exceptions', () => {
  let orders: OrdersUnderTest;
  beforeAll(async () => {
    orders = await OrdersUnderTest.open();
    for (const n of [3, 1, 2]) {
      await orders.tell(`o-${n}`, [
        paid(),
        refunded({ lineNo: 9 }, { after: 60 }),
        refunded({ refundId: 'r-2', refundFen: 20_000 }, { after: 60 + n }),
      ]);
    }
  });
  afterAll(() => orders.close());

  it('shows a row with its facts', async () => {
    expect(await orders.exceptions({ orderId: 'o-2', kind: 'orders/refund-exceeds-paid' })).toEqual([
      {
        id: expect.stringMatching(/^orders-[0-9a-f]{40}$/) as string,
        kind: 'orders/refund-exceeds-paid',
        channelId: 'shop',
        orderId: 'o-2',
        lineNo: 1,
        detail: 'Refunds of line 1 sum to 20000 fen, 100 more than the 19900 paid',
        occurredAt: at(62),
        state: 'open',
        updatedAt: '2026-11-07T00:00:00.000Z',
      },
    ]);
  });

  it('goes by (occurredAt, id), and page by page misses and repeats nothing', async () => {
    const all = await orders.exceptions();
    expect(all.map(({ occurredAt }) => occurredAt)).toEqual([at(60), at(60), at(60), at(61), at(62), at(63)]);
    const paged = [];
    for (let last = undefined as (typeof all)[number] | undefined; ;) {
      const page = await orders.exceptions({ limit: 2, ...(last && { afterAt: last.occurredAt, afterId: last.id }) });
      if (page.length === 0) break;
      paged.push(...page);
      last = page.at(-1);
    }
    expect(paged).toEqual(all);
  });

  it('is empty for a kind that orders do not know', async () => {
    expect(await orders.exceptions({ kind: 'messaging/parked-event' })).toEqual([]);
  });
});
