import * as fc from 'fast-check';
import { sumFen } from '@chuanliu/money/fen';
import { anySteps, fullRefund, partialRefund, payment, selfBroadcast } from '../../test/a-sale';
import { differenceOfPostings } from './difference-of-postings';
import type { Posting } from './posting';
import { postingsOfSteps } from './postings-of-steps';

const parties = { brandId: 'br-1', paymentChannel: 'wechat' };

/** `{account: fen}`, debit positive; several entries of one account are listed under account + share. */
const book = (posting: Posting | undefined): Record<string, number> =>
  Object.fromEntries(
    posting!.entries.map(({ account, share, amountFen }) => [
      share === 'assist' || share === 'freight' ? `${account} ${share}` : account,
      amountFen,
    ]),
  );

describe('the postings of a sale', () => {
  it('credit everyone with their share of what was paid', () => {
    const [paid] = postingsOfSteps(parties, [payment]);
    expect(paid!.cause).toEqual({
      kind: 'paid',
      refundId: null,
      transactionId: '4200001',
      occurredAt: '2026-11-06T12:00:03.000Z',
    });
    expect(book(paid)).toEqual({
      'asset:escrow:wechat': 19_900,
      'expense:platform-subsidy': 500,
      'liability:promoter:pr-1:pending': -2571,
      'liability:agency:ag-1:pending': -1101,
      'liability:promoter:pr-2:pending assist': -204,
      'liability:promoter:pr-3:pending assist': -204,
      'liability:recruiter:re-1:pending': -612,
      'liability:recruiter:re-2:pending': -408,
      'liability:brand:br-1:pending': -14_280,
      'income:tech-fee': -1020,
    });
  });

  it('take back from everyone what a refund takes from the base', () => {
    const [, refunded] = postingsOfSteps(parties, [payment, partialRefund]);
    expect(refunded!.cause).toMatchObject({ kind: 'refund', refundId: 'r-1', occurredAt: partialRefund.occurredAt });
    expect(book(refunded)).toEqual({
      'asset:escrow:wechat': -5_000,
      'liability:promoter:pr-1:pending': 630,
      'liability:agency:ag-1:pending': 270,
      'liability:promoter:pr-2:pending assist': 50,
      'liability:promoter:pr-3:pending assist': 50,
      'liability:recruiter:re-1:pending': 150,
      'liability:recruiter:re-2:pending': 100,
      'liability:brand:br-1:pending': 3_500,
      'income:tech-fee': 250,
    });
  });

  it('move what a sale earned to the brand once it is found to be its own stream’s', () => {
    const posted = postingsOfSteps(parties, [payment]);
    const [moved, ...others] = differenceOfPostings(postingsOfSteps(parties, [selfBroadcast]), posted);
    expect(others).toEqual([]);
    expect(moved!.cause).toEqual(posted[0]!.cause);
    expect(book(moved)).toEqual({
      'liability:promoter:pr-1:pending': 2571,
      'liability:agency:ag-1:pending': 1101,
      'liability:promoter:pr-2:pending assist': 204,
      'liability:promoter:pr-3:pending assist': 204,
      'liability:recruiter:re-1:pending': 612,
      'liability:recruiter:re-2:pending': 408,
      'liability:brand:br-1:pending': -5_100,
    });
  });

  it('leave nothing with anyone after a full refund', () => {
    const [paid, refunded] = postingsOfSteps(parties, [payment, fullRefund]);
    const back = Object.entries(book(paid)).map(([account, amountFen]) => [account, -amountFen]);
    expect(book(refunded)).toEqual(Object.fromEntries(back));
  });

  it('hand freight to the brand and take it back, beside the split', () => {
    const withFreight = { ...payment, freightFen: 1_200 };
    const freightBack = { ...partialRefund, freightFen: 1_500 };
    const [paid, refunded] = postingsOfSteps(parties, [withFreight, freightBack]);
    expect(book(paid)).toMatchObject({
      'asset:escrow:wechat': 21_100,
      'liability:brand:br-1:pending': -14_280,
      'liability:brand:br-1:pending freight': -1_200,
    });
    expect(book(refunded)).toMatchObject({
      'asset:escrow:wechat': -6_500,
      'liability:brand:br-1:pending': 3_500,
      'liability:brand:br-1:pending freight': 1_500,
    });
  });

  it('charge the brand for what is refunded beyond the payment', () => {
    const [, refunded] = postingsOfSteps(parties, [payment, { ...fullRefund, movedFen: 20_000, excessFen: 100 }]);
    expect(book(refunded)).toMatchObject({
      'asset:escrow:wechat': -20_000,
      'asset:receivable:excess-refund:br-1': 100,
      'expense:platform-subsidy': -500,
    });
  });

  it('have nothing to say of a gift', () => {
    const gift = { ...payment, movedFen: 0, subsidyFen: 0, baseFen: 0, shares: [] };
    expect(differenceOfPostings(postingsOfSteps(parties, [gift]), [])).toEqual([]);
  });

  it('refuse a split that does not sum to what was moved', () => {
    expect(() => postingsOfSteps(parties, [{ ...payment, movedFen: 19_901 }])).toThrow(
      expect.objectContaining({
        type: 'settlement/split-does-not-balance',
        facts: { cause: 'paid', differenceFen: 1 },
      }),
    );
  });

  it('refuse refunds without their payment, and two payments', () => {
    const outOfOrder = expect.objectContaining({ type: 'settlement/steps-out-of-order' });
    expect(() => postingsOfSteps(parties, [partialRefund])).toThrow(outOfOrder);
    expect(() => postingsOfSteps(parties, [payment, payment])).toThrow(outOfOrder);
  });

  it('balance, each of them, whatever was paid and refunded', () => {
    fc.assert(
      fc.property(anySteps, steps => {
        for (const { entries } of postingsOfSteps(parties, steps)) {
          expect(sumFen(entries.map(entry => entry.amountFen))).toBe(0);
        }
      }),
    );
  });
});
