import { fullRefund, partialRefund, payment } from '../../test/a-sale';
import { aSettlement, due, received, sale } from '../../test/a-settlement';

let s: Awaited<ReturnType<typeof aSettlement>>;
beforeAll(async () => {
  s = await aSettlement();
});
afterAll(() => s.close());
beforeEach(() => s.empty());
afterEach(async () => expect(await s.faults()).toEqual([]));

describe('newcomers', () => {
  beforeEach(async () => {
    await s.policy('newcomer', '2020-01-01T00:00:00.000Z', {
      joinedFrom: '2026-10-01',
      joinedTo: '2026-12-31',
      quotaFen: 50_000,
    });
    await s.brand({ brandId: 'br-1', effectiveFrom: '2026-01-01T00:00:00.000Z', joinedAt: '2026-10-01T00:00:00.000Z' });
  });

  it('are given the technical fee back but for 1 %, up to the quota, in the order of receipt', async () => {
    await s.divide(sale('o-1'), sale('o-2'), sale('o-3'), sale('o-4'));
    await s.receive('o-3', '2026-11-09T01:00:00.000Z');
    await s.receive('o-1', received);
    await s.receive('o-2', received);
    const dry = await s.settle(due, true);
    const previews = await s.previews(dry.runId);
    const { runId } = await s.settle(due);
    // o-3 and o-1 whole: ⌊20,400 × 4 %⌋ each; of o-2 the 9,200 that are left of 50,000.
    expect((await s.statements())[`brand:br-1 ${due}`]).toMatchObject({
      rebatesFen: 816 + 816 + 368,
      linesFen: 3 * 14_280,
      closingFen: 3 * 14_280 + 2_000,
      movements: ['rebate o-1/1 - 816', 'rebate o-2/1 - 368', 'rebate o-3/1 - 816'],
    });
    expect(await s.heads(runId)).toEqual(previews);
    expect((await s.balances())['expense:newcomer-rebate']).toBe(2_000);
    await s.receive('o-4', '2026-11-10T10:00:00.000Z');
    await s.settle('2026-11-25');
    expect((await s.statements())['brand:br-1 2026-11-25']).not.toHaveProperty('rebatesFen');
  });

  it('lose the rebate of what is refunded later, and gain no quota by it', async () => {
    await s.divide(sale('o-1'), sale('o-2'), sale('o-3'));
    for (const order of ['o-1', 'o-2', 'o-3']) await s.receive(order, received);
    await s.settle(due);
    await s.divide(sale('o-1', { revision: 2, steps: [payment, partialRefund] }));
    // Of o-3 only 9,200 were rebated: as long as so much is left, nothing changes.
    await s.divide(sale('o-3', { revision: 2, steps: [payment, partialRefund] }));
    expect((await s.balances())['expense:newcomer-rebate']).toBe(2_000 - (816 - 616));
    await s.divide(sale('o-1', { revision: 3, steps: [payment, fullRefund] }));
    expect((await s.balances())['expense:newcomer-rebate']).toBe(2_000 - 816);
    await s.divide(sale('o-1', { revision: 4 }));
    expect((await s.balances())['expense:newcomer-rebate']).toBe(2_000);
    await s.settle('2026-11-25');
    expect((await s.statements())['brand:br-1 2026-11-25']).toMatchObject({
      adjustmentsFen: -3_500,
      movements: expect.arrayContaining(['rebate o-1/1 - -200']),
    });
  });

  it('lose it as well when the refund comes while the run is under way', async () => {
    await s.divide(sale('o-1'));
    await s.receive('o-1', received);
    await s.begin(due);
    await s.divide(sale('o-1', { revision: 2, steps: [payment, partialRefund] }));
    await s.advance();
    expect((await s.statements())[`brand:br-1 ${due}`]).toMatchObject({ rebatesFen: 816 });
    expect((await s.balances())['expense:newcomer-rebate']).toBe(616);
    await s.settle('2026-11-25');
    expect((await s.statements())['brand:br-1 2026-11-25']).toMatchObject({ rebatesFen: -200, adjustmentsFen: -3_500 });
  });

  it('are those that joined in the programme’s days', async () => {
    await s.brand({ brandId: 'br-1', effectiveFrom: '2026-02-01T00:00:00.000Z', joinedAt: '2026-09-30T15:59:59.999Z' });
    await s.divide(sale('o-1'));
    await s.receive('o-1', received);
    await s.settle(due);
    expect((await s.statements())[`brand:br-1 ${due}`]).not.toHaveProperty('rebatesFen');
  });
});
