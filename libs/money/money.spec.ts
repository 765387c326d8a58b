import * as fc from 'fast-check';
import { allocateEqually } from './allocate';
import { perYuan, portionOf } from './basis-points';
import { fen, LARGEST_FEN, sumFen } from './fen';
import { inYuan } from './yuan';

const amount = fc.integer({ min: 0, max: LARGEST_FEN });

describe('money', () => {
  it('refuses anything that is not a whole amount', () => {
    for (const wrong of [0.5, NaN, Infinity, 2 ** 53]) expect(() => fen(wrong)).toThrow(RangeError);
  });

  it('refuses rates that are none', () => {
    for (const wrong of [-1, 0.5, 10_001, NaN]) expect(() => portionOf(fen(100), wrong)).toThrow(RangeError);
  });

  it('takes portions as exactly as BigInt does, up to the largest amount', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (paid, rate) => {
        expect(BigInt(portionOf(fen(paid), rate))).toBe((BigInt(paid) * BigInt(rate)) / 10_000n);
      }),
    );
  });

  it('counts impressions per yuan as exactly as BigInt does', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1_000 }), (paid, rate) => {
        expect(BigInt(perYuan(fen(paid), rate))).toBe((BigInt(paid) * BigInt(rate)) / 100n);
      }),
    );
  });

  it('neither makes nor loses a fen when it allocates, and gives the odd ones to the first', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 50 }), (whole, n) => {
        const parts = allocateEqually(
          fen(whole),
          Array.from({ length: n }, (_, i) => i),
        ).map(part => part.amount);
        expect(sumFen(parts)).toBe(whole);
        expect(parts[0]! - parts[n - 1]!).toBeLessThanOrEqual(1);
        expect([...parts].sort((a, b) => b - a)).toEqual(parts);
      }),
    );
  });
});

describe('yuan', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [100, '1.00'],
    [-1_234_567, '-12345.67'],
    [10 ** 13, '100000000000.00'],
  ])('of %i fen are %s', (amountFen, yuan) => {
    expect(inYuan(amountFen)).toBe(yuan);
  });

  it('of half a fen are nothing', () => {
    expect(() => inYuan(0.5)).toThrow(RangeError);
  });
});
