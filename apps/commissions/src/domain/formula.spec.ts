import fc from 'fast-check';
import { fen } from '@chuanliu/money/fen';
import type { SaleParties } from '@chuanliu/split-rules/split-commission';
import { withoutPromoter, type SplitTerms } from '@chuanliu/split-rules/split-terms';
import { explainSplit } from './formula';
import { sale, terms } from '@chuanliu/testing/worked-example';

const formulasOf = (base: number, of: SaleParties, by: SplitTerms) =>
  Object.fromEntries(explainSplit(fen(base), of, by).map(s => [`${s.share}:${s.partyId ?? ''}`, s.formula]));

describe('the explanation of a split', () => {
  it('shows the arithmetic of every share', () => {
    expect(formulasOf(20_400, sale, terms)).toEqual({
      'promoter:pr-1': '⌊20400 × 2000 / 10000⌋ = 4080; 4080 − 0 − 408 − 1101 = 2571',
      'assist:pr-2': '⌊(4080 − 0) × 1000 / 10000⌋ = 408; ⌊408 / 2⌋ = 204',
      'assist:pr-3': '⌊(4080 − 0) × 1000 / 10000⌋ = 408; ⌊408 / 2⌋ = 204',
      'agency:ag-1': '⌊(4080 − 0 − 408) × 3000 / 10000⌋ = 1101',
      'recruiter:re-1': '⌊20400 × 500 / 10000⌋ = 1020; 1020 − 408 = 612',
      'second-recruiter:re-2': '⌊20400 × 200 / 10000⌋ = 408',
      'promotion-fee:': '⌊4080 × 0 / 10000⌋ = 0',
      'tech-fee:': '⌊20400 × 500 / 10000⌋ = 1020',
      'brand:br-1': '20400 − 4080 − 1020 − 1020 = 14280',
    });
  });

  it('says who got the odd fen', () => {
    const formulas = formulasOf(20_450, sale, terms); // D = 409
    expect(formulas['assist:pr-2']).toMatch(/⌊409 \/ 2⌋ \+ 1 = 205$/);
    expect(formulas['assist:pr-3']).toMatch(/⌊409 \/ 2⌋ = 204$/);
  });

  it('is short for a sale that nobody brought', () => {
    const organic: SaleParties = { brandId: 'br-1', outcome: 'organic', promoterId: null, assistantIds: [] };
    expect(formulasOf(20_400, organic, withoutPromoter(500))).toEqual({
      'tech-fee:': '⌊20400 × 500 / 10000⌋ = 1020',
      'brand:br-1': '20400 − 1020 = 19380',
    });
  });

  it('ends, for every base, with the amount that it explains', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), base => {
        for (const { formula, amountFen } of explainSplit(fen(base), sale, terms)) {
          expect(formula.split(' = ').at(-1)).toBe(String(amountFen));
          for (const equation of formula.split('; ')) {
            const [left, right] = equation.split(' = ');
            expect(computed(left!)).toBe(Number(right));
          }
        }
      }),
    );
  });
});

/** Does the sum again, from its text. */
function computed(text: string): number {
  const portion = /^⌊(?:\((.+)\)|(\d+)) × (\d+) \/ 10000⌋$/.exec(text);
  if (portion) return Math.floor((difference((portion[1] ?? portion[2])!) * Number(portion[3])) / 10_000);
  const part = /^⌊(\d+) \/ (\d+)⌋( \+ 1)?$/.exec(text);
  if (part) return Math.floor(Number(part[1]) / Number(part[2])) + (part[3] ? 1 : 0);
  return difference(text);
}

function difference(text: string): number {
  const [first, ...rest] = text.split(' − ').map(Number);
  return rest.reduce((left, taken) => left - taken, first!);
}
