import fc from 'fast-check';
import { aLine, paid, reached, refunded } from '../../test/told-facts';
import { baseOf, linesOf } from './line-in-force';
import { orderInForce } from './order-in-force';

const line = { paidFen: 19_900, platformSubsidyFen: 500 };
const refundOf = (refundFen: number, subsidyFen = 0) => ({ refundFen, subsidyFen });

describe('the base of a line', () => {
  it.each([
    ['nothing is refunded', [], 20_400],
    ['a part of what was paid is refunded', [refundOf(5_000)], 15_400],
    ['a part of the subsidy is refunded with it', [refundOf(5_000, 100)], 15_300],
    ['more of the subsidy is refunded than there was', [refundOf(5_000, 900)], 14_900],
    ['all but a fen is refunded', [refundOf(19_899)], 501],
    ['all that was paid is refunded: the subsidy goes along', [refundOf(19_900)], 0],
    ['all was refunded in parts', [refundOf(10_000), refundOf(9_900)], 0],
    ['more was refunded than paid', [refundOf(19_900), refundOf(19_900)], 0],
  ])('when %s', (_, refunds, base) => {
    expect(baseOf(line, refunds)).toBe(base);
  });

  it('of a line that only the platform paid lasts until its subsidy is refunded', () => {
    const subsidised = { paidFen: 0, platformSubsidyFen: 500 };
    expect(baseOf(subsidised, [])).toBe(500);
    expect(baseOf(subsidised, [refundOf(100)])).toBe(500);
    expect(baseOf(subsidised, [refundOf(0, 200)])).toBe(300);
    expect(baseOf(subsidised, [refundOf(0, 500)])).toBe(0);
  });

  it('of a gift is nothing', () => {
    expect(baseOf({ paidFen: 0, platformSubsidyFen: 0 }, [])).toBe(0);
  });

  it('is never below zero, never grows by a refund, and does not depend on their order', () => {
    const amount = fc.integer({ min: 0, max: 30_000 });
    const refund = fc.record({ refundFen: amount, subsidyFen: amount });
    fc.assert(
      fc.property(
        fc.record({ paidFen: amount, platformSubsidyFen: amount }),
        fc.array(refund),
        refund,
        (sold, refunds, more) => {
          const base = baseOf(sold, refunds);
          expect(base).toBeGreaterThanOrEqual(0);
          expect(baseOf(sold, [...refunds, more])).toBeLessThanOrEqual(base);
          expect(baseOf(sold, [...refunds].reverse())).toBe(base);
        },
      ),
    );
  });
});

describe('the state of a line', () => {
  const stateOf = (...facts: Parameters<typeof orderInForce>[0]) =>
    linesOf(orderInForce(facts)).map(({ state }) => state);

  it('is estimated until the buyer confirms receipt', () => {
    expect(stateOf(paid())).toEqual(['estimated']);
    expect(stateOf(paid(), reached('shipped'))).toEqual(['estimated']);
    expect(stateOf(paid(), reached('received'))).toEqual(['confirmed']);
  });

  it('is void when nothing is left, received or not', () => {
    expect(stateOf(paid(), refunded({ refundFen: 19_900 }))).toEqual(['void']);
    expect(stateOf(paid(), refunded({ refundFen: 19_900 }), reached('received'))).toEqual(['void']);
    expect(stateOf(paid({ lines: [aLine({ paidFen: 0, platformSubsidyFen: 0 })] }))).toEqual(['void']);
  });

  it('is each line’s own', () => {
    const order = [paid({ lines: [aLine(), aLine({ lineNo: 2 })] }), refunded({ lineNo: 2, refundFen: 19_900 })];
    expect(linesOf(orderInForce(order))).toMatchObject([
      { line: { lineNo: 1 }, refundedFen: 0, baseFen: 20_400, state: 'estimated' },
      { line: { lineNo: 2 }, refundedFen: 19_900, baseFen: 0, state: 'void' },
    ]);
  });

  it('is nobody’s before the payment', () => {
    expect(stateOf(refunded())).toEqual([]);
  });
});
