import { withEndlessPatience } from '@chuanliu/testing/with-endless-patience';
import { aLine, aSplit, fullRefund, partialRefund, payment } from '../../test/a-sale';
import { aSettlement, basis, due, finance, received, sale, settledAvailable } from '../../test/a-settlement';

let s: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  s = await aSettlement();
});
afterAll(() => s.close());
beforeEach(() => s.empty());
afterEach(async () => expect(await s.faults()).toEqual([]));

describe('the settlement of a business day', () => {
  it('makes available what was received and held long enough, on that very day and not before', async () => {
    await s.divide(sale());
    await s.receive('o-1', received);
    expect(await s.settle('2026-11-23')).toMatchObject({ phase: 'done', line_count: 0, statement_count: 0 });
    expect(await s.available()).toEqual({});
    expect(await s.settle(due)).toMatchObject({
      phase: 'done',
      line_count: 1,
      settled_fen: 20_400,
      statement_count: 7,
    });
    expect(await s.available()).toEqual(settledAvailable);
    expect((await s.balances())['liability:promoter:pr-1:pending']).toBeUndefined();
    expect((await s.statements())[`promoter:pr-1 ${due}`]).toEqual({
      linesFen: 2_571,
      closingFen: 2_571,
      lines: ['o-1/1 promoter 2571 of 20400'],
      movements: [],
    });
    expect(await s.events('lines-settled.v1')).toEqual([
      expect.objectContaining({
        runId: `run-${due}`,
        businessDate: due,
        lines: [
          {
            channelId: 'shop-1',
            orderId: 'o-1',
            lineNo: 1,
            decisionRevision: 1,
            splitRevision: 1,
            basis,
            baseFen: 20_400,
          },
        ],
      }),
    ]);
  });

  it('books its postings at the last millisecond of the day, on the day', async () => {
    await s.divide(sale());
    await s.receive('o-1', received);
    await s.settle(due);
    const rows = await s.database.read(
      `SELECT DISTINCT occurred_at, booked_on, reference FROM posting WHERE cause = 'settlement'`,
    );
    expect(rows).toEqual([{ occurred_at: '2026-11-24 15:59:59.999', booked_on: due, reference: `run-${due}` }]);
  });
  it.each([
    ['4.60', 460, '2026-11-16'],
    ['4.59', 459, '2026-11-24'],
    ['3.99', 399, '2026-11-29'],
  ])('waits for as long as a shop score of %s demands', async (_, shopScore, day) => {
    await s.brand({ brandId: 'br-1', effectiveFrom: '2026-01-01T00:00:00.000Z', shopScore });
    await s.divide(sale());
    await s.receive('o-1', received);
    const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect((await s.settle(dayBefore)).line_count).toBe(0);
    expect((await s.settle(day)).line_count).toBe(1);
  });

  it('counts from the receipt, whichever comes first, the receipt or the payment', async () => {
    await s.receive('o-1', received);
    await s.divide(sale());
    await s.divide(sale('o-2'));
    await s.receive('o-2', '2026-11-11T10:00:00.000Z', 1);
    await s.receive('o-2', received, 2);
    await s.receive('o-2', '2026-11-10T10:00:00.000Z', 1);
    expect((await s.settle('2026-11-23')).line_count).toBe(0);
    expect((await s.settle(due)).line_count).toBe(2);
  });

  it('leaves out what was never received, or not any more', async () => {
    await s.divide(sale(), sale('o-2'));
    await s.receive('o-2', received, 1);
    await s.receive('o-2', null, 2);
    expect((await s.settle('2027-03-01')).line_count).toBe(0);
  });

  it('follows a score or policy that becomes known late, and waits while due days are derived again', async () => {
    await s.divide(sale(), sale('o-2'));
    await s.receive('o-1', received);
    await s.receive('o-2', '2026-11-08T00:00:00.000Z');
    await s.brand({ brandId: 'br-1', effectiveFrom: '2026-11-09T00:00:00.000Z', shopScore: 480 });
    expect(await s.count('due_order')).toBe(1);
    await withEndlessPatience(async () => {
      const run = s.settle('2026-11-16');
      await s.derive();
      expect((await run).line_count).toBe(1);
    });
    await s.policy('settlement', '2026-01-01T00:00:00.000Z', { tiers: [{ minShopScore: 0, holdDays: 10 }] });
    await s.derive();
    expect((await s.settle('2026-11-18')).line_count).toBe(1);
  });

  it('gives a line that was refunded whole before it, and its gifts, to nobody', async () => {
    const gift = { ...payment, movedFen: 0, subsidyFen: 0, baseFen: 0, shares: [] };
    await s.divide(sale('o-1', { steps: [payment, fullRefund] }));
    await s.divide(sale('o-2', { outcome: 'void', steps: [gift] }));
    for (const order of ['o-1', 'o-2']) await s.receive(order, received);
    expect(await s.settle(due)).toMatchObject({ line_count: 0, statement_count: 0 });
  });

  it('settles what is left after a refund before it', async () => {
    await s.divide(sale('o-1', { steps: [payment, partialRefund] }));
    await s.receive('o-1', received);
    expect(await s.settle(due)).toMatchObject({ line_count: 1, settled_fen: 15_400 });
    expect(await s.available()).toMatchObject({ 'promoter:pr-1': 1_941, 'brand:br-1': 10_780 });
  });

  it('happens once: the same day answers with the same run, an earlier one is closed', async () => {
    await s.divide(sale());
    await s.receive('o-1', received);
    const { runId } = await s.settle(due);
    expect(await s.begin(due)).toBe(runId);
    expect(await s.begin(due, true)).toBe(runId);
    await expect(s.begin('2026-11-23')).rejects.toMatchObject({ type: 'settlement/period-closed', status: 409 });
    await expect(s.begin('2026-11-23', true)).rejects.toMatchObject({ type: 'settlement/period-closed' });
    expect((await s.statements())[`promoter:pr-1 ${due}`]).toMatchObject({ closingFen: 2_571 });
  });

  it('is refused until the day is over in Shanghai', async () => {
    const at = (begunAt: string) =>
      s.first.beginRun.run({ businessDate: due, dryRun: false, caller: finance, begunAt });
    await expect(at('2026-11-24T15:59:59.999Z')).rejects.toMatchObject({
      type: 'settlement/day-not-over',
      status: 422,
    });
    expect(await at('2026-11-24T16:00:00.000Z')).toBe(`run-${due}`);
    await expect(s.begin('2026-11-25')).rejects.toMatchObject({
      type: 'settlement/run-in-progress',
      facts: { runId: `run-${due}`, businessDate: due },
    });
    await s.advance();
  });

  it('begins once, though two ask at the same time', async () => {
    const asked = await Promise.allSettled([s.begin(due), s.begin(due), s.begin('2026-11-25'), s.begin(due, true)]);
    await s.advance();
    const refused = asked.filter(one => one.status === 'rejected').map(one => (one.reason as { type: string }).type);
    // The run of a later day, should it be the one that begins, closes the day before.
    const reasons = ['settlement/run-in-progress', 'settlement/period-closed'];
    for (const type of refused) expect(reasons).toContain(type);
    expect(await s.count('settlement_run')).toBe(1);
  });

  it('settles freight on the order’s own due day, beside the lines, whatever holds lie on them', async () => {
    const withFreight = { ...payment, freightFen: 1_200 };
    await s.divide(sale('o-1', { steps: [withFreight] }));
    await s.receive('o-1', received);
    await s.hold('o-1', 1, true);
    expect(await s.settle(due)).toMatchObject({ line_count: 0, settled_fen: 0, statement_count: 1 });
    expect(await s.statements()).toEqual({
      [`brand:br-1 ${due}`]: {
        linesFen: 1_200,
        closingFen: 1_200,
        lines: ['o-1/- freight 1200 of 0'],
        movements: [],
      },
    });
    // Freight that is given back later is the brand's loss at once, though the line still waits.
    await s.divide(sale('o-1', { revision: 2, steps: [withFreight, { ...partialRefund, freightFen: 200 }] }));
    expect(await s.available()).toEqual({ 'brand:br-1': 1_000 });
    await s.hold('o-1', 1, false);
    expect(await s.settle('2026-11-25')).toMatchObject({ line_count: 1, settled_fen: 15_400 });
    expect((await s.statements())['brand:br-1 2026-11-25']).toEqual({
      openingFen: 1_200,
      linesFen: 10_780,
      adjustmentsFen: -200,
      closingFen: 11_780,
      lines: ['o-1/1 brand 10780 of 15400'],
      movements: ['adjustment o-1/1 freight -200'],
    });
  });

  it('passes a held line over until the hold is lifted; a settled one cannot be held', async () => {
    await s.divide(aSplit({ lines: [aLine({ basis }), aLine({ lineNo: 2, basis })] }));
    await s.receive('o-1', received);
    await s.hold('o-1', 2, true);
    await s.hold('o-1', 2, true);
    expect((await s.settle(due)).line_count).toBe(1);
    await expect(s.hold('o-1', 1, true)).rejects.toMatchObject({ type: 'settlement/line-is-settled', status: 409 });
    await expect(s.hold('o-1', 3, true)).rejects.toMatchObject({ type: 'settlement/no-such-line', status: 404 });
    expect((await s.settle('2026-11-25')).line_count).toBe(0);
    await s.hold('o-1', 2, false);
    expect((await s.settle('2026-11-26')).line_count).toBe(1);
    expect(await s.events('line-hold-changed.v1')).toEqual([
      { channelId: 'shop-1', orderId: 'o-1', lineNo: 2, holdRevision: 1, isHeld: true },
      { channelId: 'shop-1', orderId: 'o-1', lineNo: 2, holdRevision: 2, isHeld: false },
    ]);
  });
});

describe('a dry run', () => {
  it('shows what a run would settle, and posts nothing', async () => {
    const withFreight = { ...payment, freightFen: 1_200 };
    await s.divide(sale('o-1', { steps: [withFreight] }), sale('o-2'));
    for (const order of ['o-1', 'o-2']) await s.receive(order, received);
    await s.hold('o-2', 1, true);
    const dry = await s.settle(due, true);
    expect(dry).toMatchObject({ phase: 'done', line_count: 1, settled_fen: 20_400, statement_count: 7 });
    expect([await s.available(), await s.count('statement'), await s.count('day_seal')]).toEqual([{}, 0, 0]);
    const previews = await s.previews(dry.runId);
    const real = await s.settle(due);
    expect(real).toMatchObject({ line_count: 1, settled_fen: 20_400, statement_count: 7 });
    expect(await s.heads(real.runId)).toEqual(previews);
  });
});
