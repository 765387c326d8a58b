import * as fc from 'fast-check';
import { aLedger } from '../../test/a-ledger';
import {
  aLine,
  anySteps,
  aSplit,
  fullRefund,
  partialRefund,
  payment,
  selfBroadcast,
  type Split,
} from '../../test/a-sale';
import { AccountIds } from '../storage/account-ids';

type Ledger = Awaited<ReturnType<typeof aLedger>>;
let ledger: Ledger;
beforeAll(async () => {
  ledger = await aLedger();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.empty());
afterEach(async () => expect(await ledger.faults()).toEqual([]));

const paidBalances = {
  'asset:escrow:wechat': 19_900,
  'expense:platform-subsidy': 500,
  'income:tech-fee': -1020,
  'liability:agency:ag-1:pending': -1101,
  'liability:brand:br-1:pending': -14_280,
  'liability:promoter:pr-1:pending': -2571,
  'liability:promoter:pr-2:pending': -204,
  'liability:promoter:pr-3:pending': -204,
  'liability:recruiter:re-1:pending': -612,
  'liability:recruiter:re-2:pending': -408,
};
const revised = (revision: number, line: Parameters<typeof aLine>[0], split: Partial<Split> = {}) =>
  aSplit({ ...split, lines: [aLine({ revision, ...line })] });

describe('the ledger', () => {
  it('posts a sale once, though it is told of it again and again', async () => {
    await ledger.post([aSplit(), aSplit()]);
    await ledger.post([aSplit()]);
    expect(await ledger.balances()).toEqual(paidBalances);
    expect(await ledger.count('posting')).toBe(1);
    expect(await ledger.count('posting_entry')).toBe(10);
  });

  it('posts a refund as the difference, on the day in Shanghai on which it occurred', async () => {
    await ledger.post([aSplit()]);
    await ledger.post([revised(2, { steps: [payment, partialRefund] })]);
    const postings = await ledger.database.read('SELECT cause, refund_id, booked_on FROM posting ORDER BY posting_id');
    expect(postings).toEqual([
      { cause: 'paid', refund_id: null, booked_on: '2026-11-06' },
      { cause: 'refund', refund_id: 'r-1', booked_on: '2026-11-09' },
    ]);
    expect(await ledger.balances()).toMatchObject({
      'asset:escrow:wechat': 14_900,
      'liability:promoter:pr-1:pending': -1941,
      'liability:brand:br-1:pending': -10_780,
      'income:tech-fee': -770,
    });
  });

  it('moves what was earned when the sale turns out to be the brand’s own', async () => {
    await ledger.post([aSplit()]);
    await ledger.post([revised(2, { outcome: 'self-broadcast', steps: [selfBroadcast] })]);
    expect(await ledger.balances()).toEqual({
      'asset:escrow:wechat': 19_900,
      'expense:platform-subsidy': 500,
      'income:tech-fee': -1020,
      'liability:brand:br-1:pending': -19_380,
    });
  });

  it('holds nothing with anybody after a full refund', async () => {
    await ledger.post([aSplit()]);
    await ledger.post([revised(2, { steps: [payment, fullRefund] })]);
    expect(await ledger.balances()).toEqual({});
  });

  it('takes a withdrawn refund back', async () => {
    await ledger.post([revised(1, { steps: [payment, partialRefund] })]);
    await ledger.post([revised(2, { steps: [payment] })]);
    expect(await ledger.balances()).toEqual(paidBalances);
  });

  it('follows the payment in force to another brand and another channel of payment', async () => {
    await ledger.post([aSplit()]);
    const toOther = selfBroadcast.shares.map(share => (share.partyId ? { ...share, partyId: 'br-2' } : share));
    const other = { brandId: 'br-2', paymentChannel: 'alipay' };
    await ledger.post([revised(2, { steps: [{ ...selfBroadcast, shares: toOther }] }, other)]);
    expect(await ledger.balances()).toEqual({
      'asset:escrow:alipay': 19_900,
      'expense:platform-subsidy': 500,
      'income:tech-fee': -1020,
      'liability:brand:br-2:pending': -19_380,
    });
  });

  it('takes everything back of a line that the payment in force lacks', async () => {
    await ledger.post([revised(1, { steps: [payment, partialRefund] })]);
    await ledger.post([revised(2, { outcome: 'void', steps: [] })]);
    expect(await ledger.balances()).toEqual({});
  });

  it('gives the brand the freight, and charges it what was refunded beyond the payment', async () => {
    const withFreight = { ...payment, freightFen: 1_200 };
    const tooMuch = { ...fullRefund, movedFen: 20_000, freightFen: 1_200, excessFen: 100 };
    await ledger.post([revised(1, { steps: [withFreight] })]);
    expect(await ledger.balances()).toMatchObject({
      'asset:escrow:wechat': 21_100,
      'liability:brand:br-1:pending': -15_480,
    });
    await ledger.post([revised(2, { steps: [withFreight, tooMuch] })]);
    expect(await ledger.balances()).toEqual({
      'asset:escrow:wechat': -100,
      'asset:receivable:excess-refund:br-1': 100,
    });
  });

  it('knows a gift without posting anything for it', async () => {
    const gift = { ...payment, movedFen: 0, subsidyFen: 0, baseFen: 0, shares: [] };
    await ledger.post([revised(3, { outcome: 'void', orderRevision: 2, steps: [gift] })]);
    expect(await ledger.count('posting')).toBe(0);
    expect(await ledger.database.read('SELECT split_revision, order_revision FROM ledger_line')).toEqual([
      { split_revision: 3, order_revision: 2 },
    ]);
  });

  it('keeps orders of two channels apart that share an id', async () => {
    await ledger.post([aSplit(), aSplit({ channelId: 'shop-2' })]);
    await ledger.post([revised(2, { steps: [payment, fullRefund] }, { channelId: 'shop-2' })]);
    expect(await ledger.balances()).toEqual(paidBalances);
  });

  it('posts nothing at all of a slice with a split that does not balance', async () => {
    const broken = revised(1, { steps: [{ ...payment, movedFen: 1 }] }, { orderId: 'o-2' });
    await expect(ledger.post([aSplit(), broken])).rejects.toMatchObject({ type: 'settlement/split-does-not-balance' });
    expect([await ledger.count('posting'), await ledger.count('ledger_line')]).toEqual([0, 0]);
  });

  it('tells when its books were tampered with', async () => {
    await ledger.post([aSplit()]);
    const change = (byFen: number) =>
      ledger.database.transaction(tx =>
        tx.execute('UPDATE posting_entry SET amount_fen = amount_fen + ? WHERE entry_no = 3', [byFen]),
      );
    await change(1);
    expect(await ledger.faults()).toEqual([
      expect.stringMatching(/posting \d+ is out of balance by 1 fen/),
      expect.stringMatching(/the sums of account \d+ on 2026-11-06 are not those of its entries/),
    ]);
    await change(-1);
  });

  it('comes to the same books, by revisions in any order, repeated, in slices of any size', async () => {
    const revision = fc.record({ steps: anySteps, brandId: fc.constantFrom('br-1', 'br-1', 'br-2') });
    const history = fc
      .array(fc.tuple(fc.constantFrom('o-1', 'o-2'), fc.integer({ min: 1, max: 2 }), revision), {
        minLength: 1,
        maxLength: 8,
      })
      .map(told =>
        told.map(([orderId, lineNo, { steps, brandId }], i) => revised(i + 1, { lineNo, steps }, { orderId, brandId })),
      );
    const arrival = history.chain(splits =>
      fc.record({
        splits: fc.constant(splits),
        order: fc.shuffledSubarray([...splits, ...splits], { minLength: splits.length }),
        slice: fc.integer({ min: 1, max: 4 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(arrival, async ({ splits, order, slice }) => {
        await ledger.empty();
        await ledger.post(splits);
        const straight = await ledger.books();
        await ledger.empty();
        const all = [...order, ...splits.filter(split => !order.includes(split))];
        for (let i = 0; i < all.length; i += slice) {
          await ledger.post(all.slice(i, i + slice));
          expect(await ledger.faults()).toEqual([]);
        }
        expect(await ledger.books()).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });

  it('lets two instances open the same accounts and post to the same days at once', async () => {
    const [one, two] = [ledger.anInstance(), ledger.anInstance()];
    const slice = (prefix: string) =>
      Array.from({ length: 60 }, (_, i) => {
        const shares = payment.shares.map(share =>
          share.share === 'promoter' ? { ...share, partyId: `new-${i}` } : share,
        );
        return aSplit({ orderId: `${prefix}-${i}`, lines: [aLine({ steps: [{ ...payment, shares }] })] });
      });
    await Promise.all([ledger.post(slice('a'), one), ledger.post(slice('b').reverse(), two)]);
    expect(await ledger.count('posting')).toBe(120);
    expect(await ledger.balances()).toMatchObject({
      'asset:escrow:wechat': 120 * 19_900,
      'liability:promoter:new-59:pending': -2 * 2571,
    });
    const names = new Set(Array.from({ length: 50 }, (_, i) => `liability:brand:other-${i}:pending`));
    const ids = await Promise.all([
      new AccountIds(ledger.database).of(names),
      new AccountIds(ledger.database).of(names),
    ]);
    expect(new Set(ids[0].values()).size).toBe(50);
    expect(ids[1]).toEqual(ids[0]);
  });
});
