import { fullRefund, partialRefund, payment, selfBroadcast } from '../../test/a-sale';
import { aSettlement, due, received, sale, settledAvailable } from '../../test/a-settlement';

let s: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  s = await aSettlement();
});
afterAll(() => s.close());
beforeEach(() => s.empty());
afterEach(async () => expect(await s.faults()).toEqual([]));

describe('after its settlement a line', () => {
  beforeEach(async () => {
    await s.divide(sale());
    await s.receive('o-1', received);
    await s.settle(due);
  });

  it('posts refunds against what may be withdrawn, at once, as adjustments of the next statement', async () => {
    await s.divide(sale('o-1', { revision: 2, steps: [payment, partialRefund] }));
    expect(await s.available()).toMatchObject({ 'promoter:pr-1': 1_941, 'brand:br-1': 10_780 });
    await s.settle('2026-11-25');
    expect((await s.statements())['promoter:pr-1 2026-11-25']).toEqual({
      openingFen: 2_571,
      adjustmentsFen: -630,
      closingFen: 1_941,
      lines: [],
      movements: ['adjustment o-1/1 promoter -630'],
    });
  });

  it('books a refund that occurred on a sealed day on the first that is not', async () => {
    await s.divide(sale('o-1', { revision: 2, steps: [payment, partialRefund] }));
    const days = await s.database.read<{ booked_on: string }>(`SELECT booked_on FROM posting WHERE cause = 'refund'`);
    expect(days).toEqual([{ booked_on: '2026-11-25' }]);
  });

  it('leaves everybody with nothing when it is refunded whole, and debts to be netted when that was paid out', async () => {
    await s.divide(sale('o-1', { revision: 2, steps: [payment, fullRefund] }));
    expect(await s.balances()).toEqual({});
    await s.divide(sale('o-2', { steps: [{ ...payment, occurredAt: '2026-11-26T00:00:00.000Z' }] }));
    await s.receive('o-2', '2026-11-26T08:00:00.000Z');
    await s.settle('2026-12-11');
    expect((await s.statements())['promoter:pr-1 2026-12-11']).toMatchObject({
      openingFen: 2_571,
      adjustmentsFen: -2_571,
      linesFen: 2_571,
      closingFen: 2_571,
    });
  });

  it('keeps its decision: another one is too late, is told so once, and posts nothing', async () => {
    const other = sale('o-1', { revision: 2, decisionRevision: 2, basis: 'b-2', steps: [selfBroadcast] });
    await s.divide(other);
    await s.divide(sale('o-1', { ...other.lines[0]!, revision: 3 }));
    expect(await s.available()).toEqual(settledAvailable);
    expect(await s.events('revision-rejected.v1')).toEqual([
      { channelId: 'shop-1', orderId: 'o-1', lineNo: 1, rejectedDecisionRevision: 2, decisionRevision: 1 },
    ]);
    expect(await s.count('too_late')).toBe(1);
    // The settled decision is announced again, with what was refunded meanwhile.
    await s.divide(sale('o-1', { revision: 4, steps: [payment, partialRefund] }));
    expect(await s.available()).toMatchObject({ 'promoter:pr-1': 1_941, 'brand:br-1': 10_780 });
  });

  it('keeps its decision also when commissions, which heard of the settlement, tells the other one beside it', async () => {
    const late = { decisionRevision: 2, outcome: 'self-broadcast' as const, basis: 'b-2' };
    await s.divide(sale('o-1', { revision: 2, late, steps: [payment, partialRefund] }));
    await s.divide(sale('o-1', { revision: 3, late, steps: [payment, partialRefund] }));
    expect(await s.available()).toMatchObject({ 'promoter:pr-1': 1_941, 'brand:br-1': 10_780 });
    expect(await s.events('revision-rejected.v1')).toMatchObject([
      { rejectedDecisionRevision: 2, decisionRevision: 1 },
    ]);
    expect(await s.count('too_late')).toBe(1);
  });

  it('falls to nothing when the payment in force lacks it, and comes back', async () => {
    await s.divide(sale('o-1', { revision: 2, outcome: 'void', basis: 'b-3', steps: [] }));
    expect(await s.balances()).toEqual({});
    expect(await s.count('too_late')).toBe(0);
    await s.divide(sale('o-1', { revision: 3 }));
    expect(await s.available()).toEqual(settledAvailable);
  });

  it('is not settled again by any later day', async () => {
    expect((await s.settle('2026-12-24')).line_count).toBe(0);
    expect(await s.events('lines-settled.v1')).toHaveLength(1);
  });
});

describe('freight that was settled while a hold lies on the order’s line', () => {
  const withFreight = (freightFen: number) => [{ ...payment, freightFen }];
  beforeEach(async () => {
    await s.divide(sale('o-1', { lineNo: 2, steps: withFreight(800) }));
    await s.receive('o-1', received);
    await s.hold('o-1', 2, true);
    await s.settle(due);
    expect(await s.available()).toEqual({ 'brand:br-1': 800 });
  });

  it('is what the brand may withdraw also of a line that becomes known later', async () => {
    await s.divide(sale('o-1', { lineNo: 1, steps: withFreight(300) }));
    expect(await s.available()).toEqual({ 'brand:br-1': 1_100 });
  });

  it('moves with the first line of the payment in force, and is settled once', async () => {
    await s.divide(sale('o-1', { lineNo: 1, steps: withFreight(800) }));
    await s.divide(sale('o-1', { lineNo: 2, revision: 2 }));
    expect(await s.available()).toEqual({ 'brand:br-1': 800 });
    await s.hold('o-1', 2, false);
    await s.settle('2026-11-25');
    expect((await s.available())['brand:br-1']).toBe(800 + 2 * 14_280);
    expect(Object.keys(await s.balances()).filter(account => account.endsWith(':pending'))).toEqual([]);
  });
});
