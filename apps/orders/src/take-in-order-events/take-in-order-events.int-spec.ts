import type { OrderFact } from '../domain/order-fact';
import { countWaitingEvents } from '../storage/waiting-orders';
import { OrdersUnderTest, takenIn } from '../../test/orders-under-test';
import { aLine, at, paid, reached, refunded } from '../../test/told-facts';

describe('taking in what channels tell of their orders', () => {
  let orders: OrdersUnderTest;
  beforeAll(async () => {
    orders = await OrdersUnderTest.open();
  });
  afterAll(() => orders.close());

  const exceptionsOf = async (orderId: string) =>
    (await orders.exceptions({ orderId })).map(({ kind, lineNo, state }) => [kind, lineNo, state]);

  it('announces a payment once, though the channel tells it twice', async () => {
    await orders.tell('twice', [paid(), paid()]);
    await orders.tell('twice', [paid()]);
    expect(await orders.announced('twice')).toEqual([
      {
        type: 'order-paid.v1',
        data: expect.objectContaining({ channelId: 'shop', orderRevision: 1, lines: [aLine()] }) as unknown,
      },
    ]);
    expect(await orders.countRows('order_fact', 'twice')).toBe(1);
    expect(await exceptionsOf('twice')).toEqual([]);
  });

  it('keeps orders of two channels with one id apart', async () => {
    await orders.tell('same-id', [paid({ transactionId: 't-a' })], 'shop-a');
    await orders.tell('same-id', [paid({ transactionId: 't-b' }, { after: 1 })], 'shop-b');
    expect((await orders.read('same-id')).map(({ channelId, payment }) => [channelId, payment.transactionId])).toEqual([
      ['shop-a', 't-a'],
      ['shop-b', 't-b'],
    ]);
    expect(await exceptionsOf('same-id')).toEqual([]);
  });

  it('tells ids that differ in case or blanks apart', async () => {
    await orders.tell('Case', [paid({ transactionId: 't-upper' })]);
    await orders.tell('case', [paid({ transactionId: 't-lower' })]);
    expect(await orders.read('Case')).toMatchObject([{ payment: { transactionId: 't-upper' } }]);
    expect(await orders.read('case')).toMatchObject([{ payment: { transactionId: 't-lower' } }]);
  });

  it('lets a refund and a receipt wait for the payment', async () => {
    const before = await countWaitingEvents(orders.database);
    await orders.tell('waits', [refunded(), refunded({ refundId: 'r-2' })]);
    await orders.tell('waits', [reached('received')]);
    expect(await orders.announced('waits')).toEqual([]);
    expect(await orders.read('waits')).toEqual([]);
    expect(await countWaitingEvents(orders.database)).toBe(before + 3);

    await orders.tell('waits', [paid()]);
    expect((await orders.announced('waits')).map(({ type, data }) => [type, data])).toMatchObject([
      ['order-paid.v1', { orderRevision: 1 }],
      ['order-refunded.v1', { orderRevision: 1, refunds: [{ refundId: 'r-1' }, { refundId: 'r-2' }] }],
      ['order-received.v1', { receiptRevision: 1, receivedAt: at(30) }],
    ]);
    expect(await countWaitingEvents(orders.database)).toBe(before);
    expect(await orders.read('waits')).toMatchObject([
      { state: 'received', lines: [{ refundedFen: 10_000, baseFen: 10_400, state: 'confirmed' }] },
    ]);
  });

  it('replaces a payment by a smaller one that comes later, and says what is no longer so', async () => {
    const late = paid({ lines: [aLine(), aLine({ lineNo: 2 })] }, { eventId: 'e-2', after: 9 });
    await orders.tell('replaced', [late, refunded({ refundId: 'r-2', lineNo: 2 })]);
    await orders.tell('replaced', [paid({}, { eventId: 'e-1', after: 1 })]);
    expect((await orders.announced('replaced')).slice(2).map(({ data }) => data)).toMatchObject([
      { orderRevision: 2, payment: { occurredAt: at(1) }, lines: [{ lineNo: 1 }] },
      { orderRevision: 2, refunds: [{ refundId: 'r-2', withdrawn: true }] },
    ]);
    expect(await exceptionsOf('replaced')).toEqual([
      ['orders/conflicting-content', null, 'open'],
      ['orders/refund-unknown-line', 2, 'open'],
    ]);
  });

  it('withdraws a payment that loses its eventId, and takes it back when another one tells it', async () => {
    await orders.tell('withdrawn', [paid({}, { eventId: 'e-1' }), reached('received')]);
    await orders.tell('withdrawn', [reached('shipped', { eventId: 'e-1', after: -5 })]);
    expect(await orders.heard('withdrawn')).toEqual({
      paid: { payment: null, lines: [] },
      refunds: {},
      receivedAt: null,
    });
    expect(await orders.read('withdrawn')).toEqual([]);
    await orders.tell('withdrawn', [paid({}, { eventId: 'e-2' })]);
    expect((await orders.announced('withdrawn')).at(-2)?.data).toMatchObject({ orderRevision: 3, lines: [aLine()] });
    expect((await orders.announced('withdrawn')).at(-1)?.data).toMatchObject({ receiptRevision: 3 });
  });

  it('lists an excess refund, changes it with the next, and clears it when its ground is gone', async () => {
    await orders.tell('excess', [paid(), refunded({ refundFen: 20_000 }, { after: 61 })]);
    const [first] = await orders.exceptions({ orderId: 'excess' });
    expect(first).toMatchObject({ kind: 'orders/refund-exceeds-paid', lineNo: 1, state: 'open', channelId: 'shop' });
    await orders.tell('excess', [refunded({ refundId: 'r-2', refundFen: 7 })]);
    const [second] = await orders.exceptions({ orderId: 'excess' });
    expect(second).toMatchObject({
      id: first!.id,
      state: 'open',
      detail: expect.stringContaining('107 more') as string,
    });
    await orders.tell('excess', [refunded({ refundFen: 20 }, { eventId: 'e-smaller', after: 1 })]);
    expect(await exceptionsOf('excess')).toEqual([
      ['orders/refund-exceeds-paid', 1, 'cleared'],
      ['orders/conflicting-content', 1, 'open'],
    ]);
  });

  it('comes to the same in every order of a history, and announced as much as it knows', async () => {
    const history: OrderFact[] = [
      paid({ lines: [aLine(), aLine({ lineNo: 2 })] }, { eventId: 'e-1', after: 9 }),
      paid({ freightFen: 5 }, { eventId: 'e-2', after: 1 }),
      refunded({ lineNo: 2 }, { eventId: 'e-3', after: 60 }),
      refunded({ refundFen: 19_901 }, { eventId: 'e-4', after: 59 }),
      reached('received', { eventId: 'e-5' }),
    ];
    const seen: unknown[] = [];
    for (const [n, facts] of permutationsOf(history).entries()) {
      const orderId = `permuted-${n}`;
      for (const fact of facts) await orders.tell(orderId, [fact, fact]);
      const [order] = await orders.read(orderId);
      const heard = await orders.heard(orderId);
      const listed = (await orders.exceptions({ orderId })).filter(({ state }) => state === 'open');
      seen.push({
        order: { ...order, orderId: '', orderRevision: 0 },
        heard,
        exceptions: listed.map(({ kind, lineNo, detail, occurredAt }) => ({ kind, lineNo, detail, occurredAt })),
      });
      expect(heard.refunds).toEqual(
        Object.fromEntries(
          order!.refunds.map(({ reason: _, ...refund }) => [refund.refundId, refund]), // Others need no reason.
        ),
      );
      expect(heard.receivedAt).toBe(order!.receivedAt);
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen.map(one => JSON.stringify(one))).size).toBe(1);
  });

  it('comes to the same whether a slice brings one event or all', async () => {
    const facts = [refunded(), paid({ freightFen: 3 }, { after: 5 }), paid({}, { after: 2 }), reached('closed')];
    await orders.tell('sliced-all', facts);
    for (const fact of facts) await orders.tell('sliced-one', [fact]);
    const [all] = await orders.read('sliced-all');
    const [one] = await orders.read('sliced-one');
    expect({ ...one, orderId: '', orderRevision: 0 }).toEqual({ ...all, orderId: '', orderRevision: 0 });
    expect(await orders.heard('sliced-one')).toEqual(await orders.heard('sliced-all'));
  });

  it('keeps an order of 2,000 lines and its 2,000 refunds', async () => {
    const lines = Array.from({ length: 2_000 }, (_, n) => aLine({ lineNo: n + 1, productId: `p-${n % 700}` }));
    await orders.tell('large', [paid({ lines })]);
    const refunds = lines.map(({ lineNo }) => refunded({ refundId: `r-${lineNo}`, lineNo, refundFen: 19_900 }));
    for (let start = 0; start < refunds.length; start += 20)
      await orders.tell('large', refunds.slice(start, start + 20));
    const [order] = await orders.read('large');
    expect(order!.refunds).toHaveLength(2_000);
    expect(order!.lines.filter(line => line.state === 'void')).toHaveLength(2_000);
    expect(Object.keys((await orders.heard('large')).refunds)).toHaveLength(2_000);
  });

  it('changes nothing when the slice fails', async () => {
    const broken = { ...takenIn('half', refunded()), refund: null };
    await expect(orders.takeIn([takenIn('whole', paid()), broken])).rejects.toThrow(/without a refund/);
    expect(await orders.countRows('order_fact', 'whole')).toBe(0);
    expect(await orders.announced('whole')).toEqual([]);
  });
});

function permutationsOf<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((one, n) =>
    permutationsOf([...list.slice(0, n), ...list.slice(n + 1)]).map(rest => [one, ...rest]),
  );
}
