import * as fc from 'fast-check';
import { sumFen } from '@chuanliu/money/fen';
import { anySteps, partialRefund, payment } from '../../test/a-sale';
import { differenceOfPostings } from './difference-of-postings';
import { inWords, type Posting } from './posting';
import { postingsOfSteps } from './postings-of-steps';

const parties = { brandId: 'br-1', paymentChannel: 'wechat' };

/** What the books hold for each cause, account and share; nothing for what came to zero. */
function books(postings: readonly Posting[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { cause, entries } of postings) {
    for (const { account, share, amountFen } of entries) {
      const name = [inWords(cause), cause.occurredAt, cause.transactionId, account, share].join(' ');
      sums[name] = (sums[name] ?? 0) + amountFen;
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, amountFen]) => amountFen !== 0));
}

describe('what has to be posted', () => {
  it('is everything at first, and nothing the second time', () => {
    const target = postingsOfSteps(parties, [payment, partialRefund]);
    expect(differenceOfPostings(target, [])).toEqual(target);
    expect(differenceOfPostings(target, target)).toEqual([]);
  });

  it('takes a withdrawn refund back at the instant at which it was posted', () => {
    const posted = postingsOfSteps(parties, [payment, partialRefund]);
    const [back, ...others] = differenceOfPostings(postingsOfSteps(parties, [payment]), posted);
    expect(others).toEqual([]);
    expect(back!.cause).toEqual(posted[1]!.cause);
    expect(books([posted[1]!, back!])).toEqual({});
  });

  it('moves a payment whose instant changed: back at the old one, and anew at the other', () => {
    const posted = postingsOfSteps(parties, [payment]);
    const target = postingsOfSteps(parties, [{ ...payment, occurredAt: '2026-11-05T12:00:00.000Z' }]);
    const differences = differenceOfPostings(target, posted);
    expect(differences.map(({ cause }) => cause.occurredAt)).toEqual([payment.occurredAt, '2026-11-05T12:00:00.000Z']);
    expect(books([...posted, ...differences])).toEqual(books(target));
  });

  it('takes everything back when the payment in force lacks the line', () => {
    const posted = postingsOfSteps(parties, [payment, partialRefund]);
    expect(books([...posted, ...differenceOfPostings([], posted)])).toEqual({});
  });

  it('leaves exactly the target in the books, by balanced postings, after any sequence of revisions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySteps, fc.constantFrom('br-1', 'br-2')), { maxLength: 5 }), revisions => {
        const posted: Posting[] = [];
        for (const [steps, brandId] of revisions) {
          const target = postingsOfSteps({ ...parties, brandId }, steps);
          const differences = differenceOfPostings(target, posted);
          for (const { entries } of differences) expect(sumFen(entries.map(entry => entry.amountFen))).toBe(0);
          posted.push(...differences);
          expect(books(posted)).toEqual(books(target));
        }
      }),
    );
  });
});
